import type { INodeProperties } from 'n8n-workflow';
import { cutText, parseConversationKey } from '../../../lib/index.ts';
import { messageOptions } from '../fields/options.ts';
import { recipientFields } from '../fields/recipient.ts';
import { deliver } from './deliver.ts';
import type { MessageOperation, RunMessage } from './operation.ts';

const properties: INodeProperties[] = [
	...recipientFields,
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
	},
	{
		displayName: 'When Too Long',
		name: 'whenTooLong',
		type: 'options',
		options: [
			{ name: 'Cut at a Word', value: 'cut', description: 'Shorten the text to what the platform takes' },
			{ name: 'Do Not Send', value: 'fail', description: 'Stop and say how long it may be' },
		],
		default: 'fail',
		description: 'WhatsApp takes 4,096 characters, Messenger 2,000 characters, Instagram 1,000 bytes',
	},
	messageOptions,
];

/** A free-form text, while the messaging window is open. */
const run: RunMessage = async (delivery) => {
	const { context, itemIndex, recipient } = delivery;
	const text = context.getNodeParameter('text', itemIndex) as string;
	const cut = context.getNodeParameter('whenTooLong', itemIndex, 'fail') === 'cut';
	const { channel } = parseConversationKey(recipient.key);
	return await deliver(delivery, { kind: 'text', text: cut ? cutText(channel, text) : text });
};

export const sendText: MessageOperation = {
	value: 'sendText',
	name: 'Send Text',
	action: 'Send text message',
	description: 'Send a text while the messaging window is open',
	properties,
	run,
};
