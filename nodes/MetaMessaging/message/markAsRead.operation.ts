import type { INodeProperties } from 'n8n-workflow';
import { markAsRead as markRead, parseConversationKey } from '../../../lib/index.ts';
import { readOptions } from '../fields/options.ts';
import { recipientFields } from '../fields/recipient.ts';
import type { MessageOperation, RunMessage } from './operation.ts';

const properties: INodeProperties[] = [
	...recipientFields,
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: '={{ $json.event.message.id }}',
		description: "The customer's message; WhatsApp only. Earlier messages count as read too.",
	},
	{
		displayName: 'Show Typing',
		name: 'typing',
		type: 'boolean',
		default: false,
		description: 'Whether to show the customer that somebody is writing, for up to 25 seconds',
	},
	readOptions,
];

/** Blue ticks, and if wanted the sign that somebody is writing. */
const run: RunMessage = async ({ context, transport, itemIndex, recipient, options }) => {
	const { channel, account, contact } = parseConversationKey(recipient.key);
	const messageId = String(context.getNodeParameter('messageId', itemIndex, '') ?? '').trim();
	await markRead(transport, {
		conversation: { channel, account, contact: { id: contact } },
		...(messageId ? { messageId } : {}),
		typing: context.getNodeParameter('typing', itemIndex, false) as boolean,
		...(options.linkedPage ? { linkedPage: options.linkedPage } : {}),
	});
	return { conversation: { key: recipient.key }, result: { code: 'read' } };
};

export const markAsRead: MessageOperation = {
	value: 'markAsRead',
	name: 'Mark as Read',
	action: 'Mark message as read',
	description: 'Show the customer that their message was read, and that somebody is writing',
	properties,
	run,
};
