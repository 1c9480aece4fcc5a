import type { ScheduledFilter } from '../../../../lib/index.ts';
import { limitedTo, limitFields } from '../../../shared/limit.ts';
import { readFilters, scheduledFilters } from '../../fields/filters.ts';
import { scheduledItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { readPages } from '../../read-pages.ts';

/** What is scheduled, with why it is due then. */
export const getMany: ManagerOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many scheduled follow ups',
	description: 'List what is scheduled: for whom, when, and why then; what is due first at the top',
	properties: [...limitFields, scheduledFilters],
	async run(context, itemIndex, store) {
		const filter = readFilters<ScheduledFilter>(context, itemIndex);
		const items = await readPages(
			limitedTo(context, itemIndex),
			async (page) => await store.listScheduled(filter, page),
		);
		return jsonItems(items.map(scheduledItem));
	},
};
