import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { GRAPH_VERSION } from '../lib/index.ts';

/** An app at Meta with the token of one account: for receiving webhooks and for sending. */
export class MetaMessagingApi implements ICredentialType {
	name = 'metaMessagingApi';

	displayName = 'Meta Messaging API';

	icon: Icon = {
		light: 'file:../nodes/MetaMessaging/metaMessaging.svg',
		dark: 'file:../nodes/MetaMessaging/metaMessaging.dark.svg',
	};

	documentationUrl = 'https://developers.facebook.com/docs/whatsapp/cloud-api/get-started';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Token of a system user or of the Page that may read and send messages. A temporary token ends after 24 hours.',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 100000000000001',
			description:
				'ID of the app at Meta. Needed when n8n manages the webhook subscription, and to know when another app hands a conversation to this one.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecrets',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Secret with which Meta signs its webhooks; found in the app under Settings > Basic. Several secrets are separated by commas: an app with Instagram Login signs with the Instagram app secret.',
		},
		{
			displayName: 'Verify Token',
			name: 'verifyToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'A text of your own choice. Enter the same text at Meta when you set up the webhook.',
		},
		{
			displayName: 'Graph Base URL',
			name: 'graphBaseUrl',
			type: 'string',
			default: 'https://graph.facebook.com',
			description: 'Use https://graph.instagram.com for accounts connected through Instagram Login',
		},
		{
			displayName: 'Graph Version',
			name: 'graphVersion',
			type: 'string',
			default: GRAPH_VERSION,
			description: 'Version of the Graph API, e.g. v27.0',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
	};
}
