import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** The accounts for which nothing is sent at the moment. */
export const getPaused: ManagerOperation = {
	value: 'getPaused',
	name: 'Get Paused',
	action: 'Get paused accounts',
	description: 'List the accounts for which nothing is sent at the moment, with the reason',
	properties: [],
	async run(_context, _itemIndex, store) {
		return jsonItems(await store.accountPauses(await store.now()));
	},
};
