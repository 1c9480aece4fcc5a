import type { INodeProperties } from 'n8n-workflow';
import { chatbotParameter } from '../shared/chatbot-parameter.ts';
import { storeParameter } from '../shared/store-parameter.ts';
import { DEFAULTS, type Settings } from './settings.ts';

/** The caps of Follow-Up Evaluate look back 30 days; what they count must still be there. */
const LEAST_FOLLOW_UP_DAYS = 31;

/** A number among the settings, with its default from one place. */
function number(
	name: keyof Settings,
	displayName: string,
	range: object,
	description: string,
): INodeProperties {
	const byDefault = DEFAULTS[name];
	return { displayName, name, type: 'number', typeOptions: range, default: byDefault, description };
}

export const properties: INodeProperties[] = [
	chatbotParameter,
	{
		displayName: 'Check Every',
		name: 'interval',
		type: 'options',
		options: [
			{ name: '5 Seconds', value: 5 },
			{ name: '10 Seconds', value: 10 },
			{ name: '15 Seconds', value: 15 },
			{ name: '30 Seconds', value: 30 },
			{ name: '1 Minute', value: 60 },
			{ name: '5 Minutes', value: 300 },
			{ name: '15 Minutes', value: 900 },
		],
		default: 30,
		description: 'How often to look for due follow-ups. Looking costs no execution; only due follow-ups do.',
	},
	storeParameter,
	{
		displayName: 'Settings',
		name: 'settings',
		type: 'collection',
		placeholder: 'Add setting',
		default: {},
		options: [
			number(
				'batchSize',
				'Batch Size',
				{ minValue: 1, maxValue: 500 },
				'How many due follow-ups one execution takes at most. Accounts are served in turn.',
			),
			number(
				'customerWaitingHours',
				'Customer Waiting After (Hours)',
				{ minValue: 0, maxValue: 720 },
				'How long a customer waits for an answer of a person who took over until the output Staff and the dashboard tell of it. The customer gets no message. 0 for never.',
			),
			number(
				'maxExecutions',
				'Executions at Once',
				{ minValue: 1, maxValue: 50 },
				'How many executions of this trigger may run at the same time',
			),
			number(
				'expireAfterHours',
				'Expire After (Hours)',
				{ minValue: 0, maxValue: 8760 },
				'What came due longer ago than this, because n8n was down or the workflow switched off, is not sent any more and ends as expired; 0 for no limit',
			),
			number(
				'gaveUpAfterHours',
				'Gave Up After (Hours)',
				{ minValue: 0, maxValue: 720 },
				'How long after the last follow-up without an answer the output Staff tells that the customer was given up, with the reason, e.g. for a CRM. The customer gets no message. 0 for never.',
			),
			number(
				'keepFollowUpDays',
				'Keep Ended Follow-Ups (Days)',
				{ minValue: LEAST_FOLLOW_UP_DAYS },
				'After how many days follow-ups that are over are deleted from the store',
			),
			number(
				'keepLogDays',
				'Keep Log (Days)',
				{ minValue: 1 },
				'After how many days lines of the log are deleted, unless their follow-up is still pending',
			),
			number(
				'keepMessageDays',
				'Keep Messages (Days)',
				{ minValue: 1 },
				'After how many days messages of conversations are deleted from the store',
			),
			number(
				'leaseMinutes',
				'Lease Minutes',
				{ minValue: 1, maxValue: 120 },
				'After how many minutes a follow-up whose execution never finished is taken up again',
			),
			number(
				'maxPerMinute',
				'Most per Minute',
				{ minValue: 0, maxValue: 4800 },
				'How many follow-ups are taken up per minute at most, so that a backlog is spread over time; 0 for no limit. Meta allows 4,800 a minute and account.',
			),
		],
	},
];
