import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** To which app at Meta each account belongs. */
export const getApps: ManagerOperation = {
	value: 'getApps',
	name: 'Get Apps',
	action: 'Get apps of accounts',
	description:
		'List the accounts with the app at Meta that each belongs to: the one that first delivered for it',
	properties: [],
	async run(_context, _itemIndex, store) {
		return jsonItems(await store.accountApps());
	},
};
