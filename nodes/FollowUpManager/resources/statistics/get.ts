import type { Statistics } from '../../../../lib/index.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { statisticsFields } from './fields.ts';
import { readQuery } from './read-query.ts';

type Grouped = 'byChatbot' | 'byDay' | 'byFollowUp' | 'byHour' | 'holdOut';

/** What became of the follow-ups of a period, as docs/statistics.md defines it. */
export const get: ManagerOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get statistics',
	description: 'Count what was sent, delivered, read and answered, what it cost, and what it brought',
	properties: statisticsFields,
	async run(context, itemIndex, store) {
		const counted: Statistics = await store.statistics(readQuery(context, itemIndex, await store.now()));
		const groupBy = context.getNodeParameter('groupBy', itemIndex, 'nothing') as Grouped | 'nothing';
		return jsonItems(groupBy === 'nothing' ? [counted] : counted[groupBy]);
	},
};
