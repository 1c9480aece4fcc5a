import type { ScheduledFilter } from '../../../../lib';
import { limitedTo, limitFields } from '../../../shared/limit';
import { readFilters, scheduledFilters } from '../../fields/filters';
import { scheduledItem } from '../../items';
import { jsonItems, type ManagerOperation } from '../../operation';
import { readPages } from '../../read-pages';

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
