import type { INodeProperties } from 'n8n-workflow';
import { accountIdField, CHANNEL_OPTIONS } from '../../shared/channels.ts';

/** To whom: the conversation of the item, or an account and a contact. */
export const recipientFields: INodeProperties[] = [
	{
		displayName: 'Recipient By',
		name: 'recipientBy',
		type: 'options',
		options: [
			{
				name: 'Conversation',
				value: 'conversation',
				description: 'The conversation an item comes with, e.g. from Meta Messaging Trigger',
			},
			{ name: 'Account and Contact', value: 'contact', description: 'An account of yours and a customer' },
		],
		default: 'conversation',
	},
	{
		displayName: 'Conversation Key',
		name: 'conversation',
		type: 'string',
		required: true,
		default: '={{ $json.conversation.key }}',
		placeholder: 'e.g. whatsapp:210000000000001:573001112233',
		description: 'Channel, account and contact with colons between them',
		displayOptions: { show: { recipientBy: ['conversation'] } },
	},
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: CHANNEL_OPTIONS,
		default: 'whatsapp',
		displayOptions: { show: { recipientBy: ['contact'] } },
	},
	{
		...accountIdField,
		required: true,
		displayOptions: { show: { recipientBy: ['contact'] } },
	},
	{
		displayName: 'Contact',
		name: 'contact',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +573001112233',
		description:
			'On WhatsApp a phone number with + and country code or a business-scoped user ID, on Instagram and Messenger the scoped user ID',
		displayOptions: { show: { recipientBy: ['contact'] } },
	},
];
