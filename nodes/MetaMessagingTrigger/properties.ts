import { samplesProperty } from './samples.ts';
import type { INodeProperties } from 'n8n-workflow';
import { EVENT_GROUPS, STATUS_OPTIONS } from './event-groups.ts';
import { storeParameter } from '../shared/store-parameter.ts';
import { maxExecutionsProperty, receiveOnProperties } from './receive-on/properties.ts';
import { subscriptionProperties } from './subscription/properties.ts';

export const properties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: EVENT_GROUPS.map(({ name, value, description: text }) => ({ name, value, description: text })),
		default: ['messages'],
		required: true,
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: STATUS_OPTIONS,
		default: ['delivered', 'failed', 'played', 'read', 'sent'],
		required: true,
		displayOptions: { show: { events: ['statuses'] } },
		description: 'Which news about messages of the business starts the workflow',
	},
	{
		displayName:
			'Everything Meta delivers is recorded, also what starts no workflow: statuses and echoes cost no execution',
		name: 'recordedNotice',
		type: 'notice',
		default: '',
	},
	...receiveOnProperties,
	...subscriptionProperties,
	storeParameter,
	{
		displayName: 'Settings',
		name: 'settings',
		type: 'collection',
		placeholder: 'Add setting',
		default: {},
		options: [
			{
				displayName: 'Accounts',
				name: 'accounts',
				type: 'string',
				default: '',
				placeholder: 'e.g. 210000000000001, 400000000000001',
				description:
					'Start the workflow only for these accounts: phone number IDs, Page IDs and Instagram account IDs, separated by commas. Empty means all. The others are recorded all the same, unless Record Only These Accounts is on.',
			},
			maxExecutionsProperty,
			{
				displayName: 'Forward To',
				name: 'forwardTo',
				type: 'string',
				typeOptions: { multipleValues: true, multipleValueButtonText: 'Add URL' },
				default: [],
				displayOptions: { show: { '/receiveOn': ['webhook'] } },
				placeholder: 'e.g. https://n8n.example.com/webhook/…/webhook',
				description:
					'Production URLs of Meta Messaging Triggers in other workflows. Meta delivers an app to one URL only; this trigger passes on what it gets, signature included, and each workflow starts once per event. Those triggers need the same app secret and are set up manually.',
			},
			{
				displayName: 'Include Raw Data',
				name: 'includeRaw',
				type: 'boolean',
				default: false,
				description: 'Whether to add what Meta sent, unchanged, as event.raw',
			},
			samplesProperty,
			{
				displayName: 'Plan Without Execution',
				name: 'planWithoutExecution',
				type: 'boolean',
				default: false,
				description:
					'Whether messages of customers start no execution when this trigger is connected to Follow-Up Evaluate: their follow-ups are planned while they are recorded, and only due follow-ups start one. Leave it off if other nodes need the messages. After an edit, the next message starts the workflow once. Not with Wait mode, nor when follow-ups or settings hold expressions.',
			},
			{
				displayName: 'Record Only These Accounts',
				name: 'recordOnly',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/receiveOn': ['webhook', 'ownPort'] } },
				description:
					'Whether nothing is recorded of accounts that are not named under Accounts: no message, no status, no follow-up. For an n8n in which several businesses have workflows. The intake process has FOLLOWUP_ACCOUNTS for it.',
			},
		],
	},
];
