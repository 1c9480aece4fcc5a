import { REASONS, RefusedError, STATES } from '../../../../lib/index.ts';
import { scheduledItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { readScheduledId, scheduledIdField } from './fields.ts';

/** One follow-up of the store with everything that happened to it. */
export const get: ManagerOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get scheduled follow up',
	description: 'Get one scheduled, sent or ended follow-up with its log: what happened to it, when and why',
	properties: [scheduledIdField],
	async run(context, itemIndex, store) {
		const id = readScheduledId(context, itemIndex);
		const { items } = await store.listScheduled({ ids: [id], states: [...STATES] }, { limit: 1 });
		const [found] = items;
		if (!found)
			throw new RefusedError(
				`There is no scheduled follow-up with the ID "${id}"`,
				'Scheduled Follow-Up: Get Many and Activity: Get Many list them with their IDs; what is over is deleted after the retention time',
			);
		const log = (await store.audit(id)).map((entry) => ({ ...entry, sentence: REASONS[entry.code] }));
		return jsonItems([{ ...scheduledItem(found), log }]);
	},
};
