import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { conversationFields, readConversation } from '../../fields/conversation.ts';
import { text } from '../../fields/text.ts';
import { readTime } from '../../fields/time.ts';
import { changedConversationItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';

const UNIT_MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** Keeps follow-ups out of a conversation, for a time or until it is resumed. */
export const pause: ManagerOperation = {
	value: 'pause',
	name: 'Pause',
	action: 'Pause conversation',
	description: 'Send no follow-ups in a conversation, e.g. because a person has taken over',
	properties: [
		...conversationFields,
		{
			displayName: 'Pause',
			name: 'howLong',
			type: 'options',
			options: [
				{ name: 'For a Time', value: 'for', description: 'What is scheduled is put off until then' },
				{ name: 'Until a Time', value: 'until', description: 'What is scheduled is put off until then' },
				{ name: 'Until Resumed', value: 'indefinitely', description: 'What is scheduled ends at once' },
			],
			default: 'indefinitely',
		},
		{
			displayName: 'Duration',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 2,
			displayOptions: { show: { howLong: ['for'] } },
		},
		{
			displayName: 'Unit',
			name: 'unit',
			type: 'options',
			options: [
				{ name: 'Days', value: 'days' },
				{ name: 'Hours', value: 'hours' },
				{ name: 'Minutes', value: 'minutes' },
			],
			default: 'hours',
			displayOptions: { show: { howLong: ['for'] } },
		},
		{
			displayName: 'Until',
			name: 'until',
			type: 'dateTime',
			required: true,
			default: '',
			displayOptions: { show: { howLong: ['until'] } },
		},
		{
			displayName: 'End What Is Scheduled',
			name: 'endScheduled',
			type: 'boolean',
			default: false,
			description: 'Whether to end what is scheduled instead of putting it off until the pause is over',
			displayOptions: { show: { howLong: ['for', 'until'] } },
		},
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. Laura has taken over',
			description: 'Stands in the log and on the conversation',
		},
	],
	async run(context, itemIndex, store) {
		const now = await store.now();
		const until = readEnd(context, itemIndex, now);
		const why = text(context, itemIndex, 'reason');
		const done = await store.pauseConversation(
			readConversation(context, itemIndex),
			{
				...(until ? { until } : {}),
				...(why ? { why } : {}),
				endScheduled: context.getNodeParameter('endScheduled', itemIndex, false) as boolean,
			},
			now,
		);
		return jsonItems([changedConversationItem(done, now)]);
	},
};

function readEnd(context: IExecuteFunctions, itemIndex: number, now: Date): Date | undefined {
	const howLong = context.getNodeParameter('howLong', itemIndex);
	if (howLong === 'indefinitely') return undefined;
	if (howLong === 'until') {
		const until = readTime(context, itemIndex, context.getNodeParameter('until', itemIndex), 'Until');
		if (until) return until;
		throw new NodeOperationError(context.getNode(), 'Until is empty', {
			itemIndex,
			description: 'Give the time at which the pause ends, or choose Until Resumed',
		});
	}
	const duration = Number(context.getNodeParameter('duration', itemIndex));
	const unit = context.getNodeParameter('unit', itemIndex) as keyof typeof UNIT_MS;
	const until = new Date(now.getTime() + duration * UNIT_MS[unit]);
	if (duration > 0 && !Number.isNaN(until.getTime())) return until;
	throw new NodeOperationError(context.getNode(), `Duration must be greater than 0 (found: ${duration})`, {
		itemIndex,
		description: 'Give how long the pause lasts, e.g. 2 hours',
	});
}
