import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { accountFields, readAccount } from './fields.ts';

/** Lets go of the app that an account belongs to. */
export const release: ManagerOperation = {
	value: 'release',
	name: 'Release',
	action: 'Release account from its app',
	description:
		'Let go of the app that an account belongs to, e.g. after it moved to another one; it then belongs to the app that delivers next',
	properties: accountFields,
	async run(context, itemIndex, store) {
		const address = readAccount(context, itemIndex);
		const changed = await store.releaseAccount(address);
		return jsonItems([
			{
				...{ ...address, released: true, changed },
				...(changed ? {} : { note: 'The account belonged to no app' }),
			},
		]);
	},
};
