import type { INodeProperties } from 'n8n-workflow';
import { storeParameter } from '../shared/store-parameter.ts';

export const properties: INodeProperties[] = [
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Queue',
				value: 'queue',
				description: 'They wait in the store; a Follow-Up Due Trigger starts a run when they are due',
			},
			{
				name: 'Wait',
				value: 'wait',
				description: 'This run waits, as with the Wait node, and goes on when they are due',
			},
		],
		default: 'queue',
		description: 'How planned follow-ups wait for their time',
	},
	{
		displayName:
			'Planned follow-ups wait in the follow-up store; a Follow-Up Due Trigger with the same chatbot ID brings them back when they are due',
		name: 'queueNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { mode: ['queue'] } },
	},
	{
		displayName:
			'Connect the output Due back to the input of Follow-Up Evaluate, and place the node that sends above this one: a waiting run waits as a whole. A waiting run can be lost when n8n restarts or executions are deleted: a Follow-Up Due Trigger with the same chatbot ID picks up what was lost.',
		name: 'waitNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { mode: ['wait'] } },
	},
	storeParameter,
];
