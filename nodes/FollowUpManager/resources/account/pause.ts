import { text } from '../../fields/text.ts';
import { readTime } from '../../fields/time.ts';
import { RefusedError } from '../../../../lib/index.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { accountFields, readAccount } from './fields.ts';

/** Sends nothing for an account until it is resumed. */
export const pause: ManagerOperation = {
	value: 'pause',
	name: 'Pause',
	action: 'Pause account',
	description: 'Send nothing for an account; follow-ups wait while their window allows',
	properties: [
		...accountFields,
		{
			displayName: 'Until',
			name: 'until',
			type: 'dateTime',
			default: '',
			description: 'When it goes on by itself; empty for until it is resumed by hand',
		},
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. Stock-taking',
			description: 'Stands in the log and on the dashboard',
		},
	],
	async run(context, itemIndex, store) {
		const address = readAccount(context, itemIndex);
		const now = await store.now();
		const until = readTime(context, itemIndex, context.getNodeParameter('until', itemIndex, ''), 'Until');
		if (until && until <= now)
			throw new RefusedError(
				`The time ${until.toISOString()} has passed: it is ${now.toISOString()}`,
				'Give a time that lies ahead, or leave it empty',
			);
		const why = text(context, itemIndex, 'reason') || 'Paused by hand';
		const changed = await store.pauseAccount(address, { reason: why, ...(until ? { until } : {}) }, now);
		const found = (await store.accountPauses(now)).find(
			(one) => one.channel === address.channel && one.account === address.account,
		);
		return jsonItems([{ ...address, paused: true, changed, ...found }]);
	},
};
