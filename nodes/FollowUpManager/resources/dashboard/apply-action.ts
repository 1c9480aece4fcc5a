import { applyDashboardAction } from '../../../../lib/index.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { languageParameter, readLanguage, readReceived } from './fields.ts';

/** Does what a button of the dashboard asks for. */
export const applyAction: ManagerOperation = {
	value: 'applyAction',
	name: 'Apply Action',
	action: 'Apply dashboard action',
	description:
		'Do what a button of the page asks for, and give the status code, location and body to answer the browser with',
	properties: [
		{
			displayName: 'Form',
			name: 'form',
			type: 'json',
			default: '={{ $json.body }}',
			description:
				'The fields that the page posted, as the Webhook node received them. Forms that did not come from the page are refused.',
		},
		languageParameter,
	],
	async run(context, itemIndex, store) {
		const applied = await applyDashboardAction(store, readReceived(context, 'form', itemIndex), {
			lang: readLanguage(context, itemIndex),
			timeZone: context.getTimezone(),
			now: await store.now(),
		});
		return jsonItems([applied]);
	},
};
