import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { CHANNEL_OPTIONS } from '../../shared/channels.ts';
import { ELSEWHERE } from '../receive-on/properties.ts';
import { ACCOUNT_FIELDS } from './account-fields.ts';

const managed = (...platforms: string[]): IDisplayOptions => ({
	show: { subscription: ['managed'], ...(platforms.length > 0 ? { platforms } : {}) },
});

/** The product writes itself in lower case. */
const MANAGED_BY_N8N = 'Managed by n8n';

const checkList = (
	callbackUrl: string,
): string => `Enter at Meta (App Dashboard > Webhooks, or WhatsApp > Configuration):
<ul>
<li><b>Callback URL</b>: ${callbackUrl}</li>
<li><b>Verify token</b>: the text in the credential; publish this workflow first, Meta checks it at once</li>
<li><b>Fields</b>: WhatsApp <code>messages</code>, <code>smb_message_echoes</code> (without it nobody hears what people answer by hand in the WhatsApp Business app, and follow-ups wait for an answer), <code>standby</code>, <code>messaging_handovers</code>; Messenger <code>messages</code>, <code>messaging_postbacks</code>, <code>message_reactions</code>, <code>message_echoes</code>, <code>message_reads</code>, <code>standby</code>, <code>messaging_handovers</code>; Instagram <code>messages</code>, <code>messaging_postbacks</code>, <code>message_reactions</code>, <code>messaging_seen</code>, <code>standby</code>, <code>messaging_handover</code></li>
<li><b>Account</b>: subscribe the app to the WhatsApp Business account or the Page too; otherwise only Meta's test number arrives</li>
<li><b>App mode</b>: Live; in development only people with a role in the app are heard</li>
</ul>`;

/** Who tells Meta where to deliver. */
export const subscriptionProperties: INodeProperties[] = [
	{
		displayName: 'Subscription',
		name: 'subscription',
		type: 'options',
		options: [
			{
				name: 'Set Up Manually',
				value: 'manual',
				description: 'You enter the URL of this trigger at Meta yourself',
			},
			{
				name: MANAGED_BY_N8N,
				value: 'managed',
				description:
					'The app is subscribed when the workflow is published, and that is taken back when it is unpublished',
			},
		],
		default: 'manual',
	},
	{
		displayName: checkList('the Production URL above'),
		name: 'checkListNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { subscription: ['manual'], receiveOn: ['webhook'] } },
	},
	{
		displayName: checkList('<code>https://your-domain/webhook</code>, which your proxy passes on'),
		name: 'checkListElsewhereNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { subscription: ['manual'], receiveOn: ELSEWHERE } },
	},
	{
		displayName: 'Callback URL',
		name: 'callbackUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://meta.example.com/webhook',
		displayOptions: { show: { subscription: ['managed'], receiveOn: ELSEWHERE } },
		description: 'Where Meta reaches the own port or the intake process, through your proxy',
	},
	{
		displayName: 'Platforms',
		name: 'platforms',
		type: 'multiOptions',
		options: CHANNEL_OPTIONS,
		default: ['whatsapp'],
		required: true,
		displayOptions: managed(),
		description: 'What the app is subscribed to. The credential needs App ID and App Secret for it.',
	},
	...Object.entries(ACCOUNT_FIELDS).map(([channel, field]) => ({
		...field,
		displayOptions: managed(channel),
	})),
	{
		displayName: 'Replace Existing Subscription',
		name: 'replaceExisting',
		type: 'boolean',
		default: false,
		displayOptions: managed(),
		description:
			'Whether to take over when the app already delivers to another address. That one then gets nothing more.',
	},
	{
		displayName:
			'Test runs never touch the subscription: write to your number after publishing, or send a sample event to the test URL',
		name: 'managedNotice',
		type: 'notice',
		default: '',
		displayOptions: managed(),
	},
];
