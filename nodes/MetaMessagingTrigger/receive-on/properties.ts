import type { INodeProperties } from 'n8n-workflow';

/** How many executions one trigger starts before it waits for some of them to end. */
export const DEFAULT_PLACES = 50;

/** The ways of receiving that n8n's webhook has no part in. */
export const ELSEWHERE = ['ownPort', 'intakeProcess'];

export function receivesElsewhere(way: string): boolean {
	return ELSEWHERE.includes(way);
}

/** Where Meta's webhooks come in. */
export const receiveOnProperties: INodeProperties[] = [
	{
		displayName: 'Receive On',
		name: 'receiveOn',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				// The product writes itself in lower case.
				// eslint-disable-next-line n8n-nodes-base/node-param-display-name-miscased
				name: "n8n's Webhook",
				value: 'webhook',
				description: 'The production URL of this trigger; nothing else to set up',
			},
			{
				name: 'Own Port',
				value: 'ownPort',
				description:
					'A port of its own inside n8n: takes in more, and never confirms what n8n has not stored',
			},
			{
				name: 'Intake Process',
				value: 'intakeProcess',
				description: 'A process beside n8n that goes on while n8n is stopped or updated',
			},
		],
		default: 'webhook',
		description:
			'Where Meta delivers to. Own port and intake process store each event first; this trigger then takes it from the store.',
	},
	{
		displayName: 'Port',
		name: 'ownPort',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1, maxValue: 65535 },
		default: 5680,
		displayOptions: { show: { receiveOn: ['ownPort'] } },
		description:
			'Triggers with the same port share it. A proxy with HTTPS has to pass https://your-domain/webhook on to it.',
	},
	{
		displayName: 'Listen Address',
		name: 'ownPortAddress',
		type: 'string',
		noDataExpression: true,
		default: '127.0.0.1',
		required: true,
		displayOptions: { show: { receiveOn: ['ownPort'] } },
		description:
			'Address of this machine to listen on: 127.0.0.1 where the proxy runs beside n8n, 0.0.0.0 for all, as in Docker',
	},
	{
		displayName:
			'Start it with <code>npx n8n-nodes-meta-followup intake</code>, with the store of this trigger; publish this workflow so that its events are kept',
		name: 'intakeProcessNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { receiveOn: ['intakeProcess'] } },
	},
];

/** Among the settings: how much is started at once. */
export const maxExecutionsProperty: INodeProperties = {
	displayName: 'Executions at Once',
	name: 'maxExecutions',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 1000 },
	default: DEFAULT_PLACES,
	displayOptions: { show: { '/receiveOn': ELSEWHERE } },
	description:
		'How many executions this trigger may have running at the same time. Further events wait in the store.',
};
