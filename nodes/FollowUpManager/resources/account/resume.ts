import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { accountFields, readAccount } from './fields.ts';

/** Lets an account send again. */
export const resume: ManagerOperation = {
	value: 'resume',
	name: 'Resume',
	action: 'Resume account',
	description:
		'Let an account send again, after a pause by hand or by Meta; mend what Meta complained about first',
	properties: accountFields,
	async run(context, itemIndex, store) {
		const address = readAccount(context, itemIndex);
		const changed = await store.resumeAccount(address, await store.now());
		return jsonItems([
			{
				...{ ...address, paused: false, changed },
				...(changed ? {} : { note: 'The account was not paused' }),
			},
		]);
	},
};
