import type { ScheduledFilter } from '../../../../lib/index.ts';
import { activityFilters, readFilters } from '../../fields/filters.ts';
import { limitedTo, limitFields } from '../../../shared/limit.ts';
import { scheduledItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { readPages } from '../../read-pages.ts';

/** What was sent, to whom and when, and what was not and why. */
export const getMany: ManagerOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many activities',
	description:
		'List what was sent, when, to whom and what became of it, and what ended without a message and why',
	properties: [...limitFields, activityFilters],
	async run(context, itemIndex, store) {
		const filter = readFilters<ScheduledFilter>(context, itemIndex);
		const items = await readPages(
			limitedTo(context, itemIndex),
			async (page) => await store.listActivity(filter, page),
		);
		return jsonItems(items.map(scheduledItem));
	},
};
