import type { INodeProperties } from 'n8n-workflow';
import { DEFINED_ON_DASHBOARD } from '../../shared/chatbot-source.ts';

const EXAMPLE = `[
  {
    "name": "Appointment reminder - 4 hours",
    "colour": "blue",
    "platforms": ["whatsapp", "instagram", "messenger"],
    "delay": 4,
    "delayUnit": "hours",
    "description": "When a customer shows interest in an appointment but does not confirm date and time",
    "messageSource": "ai"
  }
]`;

/** Where the follow-ups are written: on the node, or outside, e.g. in a data table or a sheet. */
export const definitionSourceParameters: INodeProperties[] = [
	{
		displayName: 'Define Follow-Ups',
		name: 'defineFollowUps',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'In This Node', value: 'inNode', description: 'One after the other, in a form' },
			{
				name: 'As JSON',
				value: 'json',
				description: 'As a list, written here or by an expression, e.g. from a data table',
			},
			{
				name: 'On the Dashboard',
				value: DEFINED_ON_DASHBOARD,
				description: 'People write them on the dashboard; they are kept in the follow-up store',
			},
		],
		default: 'inNode',
		description: 'Where the follow-ups are written',
	},
	{
		displayName:
			'Follow-ups and stop condition are written on the dashboard (template "follow-up-dashboard", same Store). The chatbot is there once this workflow is published. What this node held before is taken over.',
		name: 'dashboardNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { defineFollowUps: [DEFINED_ON_DASHBOARD] } },
	},
	{
		displayName: 'Follow-Ups (JSON)',
		name: 'followUpsJson',
		type: 'json',
		typeOptions: { rows: 12 },
		default: EXAMPLE,
		required: true,
		description:
			'A list of follow-ups with the same fields as in the form, its options beside them; at most 5 may be active. One that cannot be used is left out with its reason, and the others work.',
		displayOptions: { show: { defineFollowUps: ['json'] } },
	},
];
