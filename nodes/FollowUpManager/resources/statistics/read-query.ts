import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { lastDays, type Channel, type StatisticsQuery } from '../../../../lib/index.ts';
import { readTime } from '../../fields/time.ts';

interface Options {
	conversionDays?: number;
	/** In percentage points. */
	detectableDifference?: number;
	replyHours?: number;
	timeZone?: string;
}

interface Filters {
	chatbot?: string;
	followUp?: string;
	platform?: Channel;
}

/**
 * Reads what is to be counted.
 * @throws NodeOperationError when a time is missing or is none.
 */
export function readQuery(context: IExecuteFunctions, itemIndex: number, now: Date): StatisticsQuery {
	const { detectableDifference, timeZone, replyHours, conversionDays } = context.getNodeParameter(
		'options',
		itemIndex,
		{},
	) as Options;
	const { chatbot, followUp, platform } = context.getNodeParameter('filters', itemIndex, {}) as Filters;
	const zone = timeZone?.trim() || context.getTimezone();
	return {
		...readRange(context, itemIndex, zone, now),
		...{ timeZone: zone, now },
		...(chatbot?.trim() ? { chatbot: chatbot.trim() } : {}),
		...(followUp?.trim() ? { followUpId: followUp.trim() } : {}),
		...(platform ? { channel: platform } : {}),
		...(replyHours === undefined ? {} : { replyHours }),
		...(conversionDays === undefined ? {} : { conversionDays }),
		...(detectableDifference === undefined ? {} : { detectableDifference: detectableDifference / 100 }),
	};
}

function readRange(
	context: IExecuteFunctions,
	itemIndex: number,
	zone: string,
	now: Date,
): Pick<StatisticsQuery, 'from' | 'to'> {
	const period = context.getNodeParameter('period', itemIndex) as string;
	if (period !== 'custom') return lastDays(Number(period), zone, now);
	const from = readTime(context, itemIndex, context.getNodeParameter('from', itemIndex, ''), 'From');
	const to = readTime(context, itemIndex, context.getNodeParameter('until', itemIndex, ''), 'Until') ?? now;
	if (from) return { from, to };
	throw new NodeOperationError(context.getNode(), 'From is empty', {
		itemIndex,
		description: 'Give the time from which on follow-ups count, or choose another period',
	});
}
