import type { INodeProperties } from 'n8n-workflow';
import type { Channel } from '../../../lib/index.ts';

/** For each platform the field with the accounts to which the app is added. */
export const ACCOUNT_FIELDS: Record<Channel, INodeProperties> = {
	whatsapp: {
		displayName: 'WhatsApp Business Account IDs',
		name: 'whatsAppAccounts',
		type: 'string',
		default: '',
		placeholder: 'e.g. 200000000000001',
		description:
			'Accounts to which the app is added, separated by commas. Not the phone number ID. Leave empty if the app was added already.',
	},
	messenger: {
		displayName: 'Page IDs',
		name: 'pages',
		type: 'string',
		default: '',
		placeholder: 'e.g. 400000000000001',
		description: 'Pages to which the app is added, separated by commas. Leave empty if it was added already.',
	},
	instagram: {
		displayName: 'Instagram Account IDs',
		name: 'instagramAccounts',
		type: 'string',
		default: '',
		placeholder: 'e.g. 300000000000001',
		description:
			'Accounts to which the app is added, separated by commas. Leave empty for accounts that are linked to a Page.',
	},
};
