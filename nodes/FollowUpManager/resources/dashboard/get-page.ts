import { renderDashboard } from '../../../../lib/index.ts';
import type { ManagerOperation } from '../../operation.ts';
import { nameCustomers } from './name-customers.ts';
import { languageParameter, readLanguage, readReceived } from './fields.ts';

/** The dashboard as one HTML page for Respond to Webhook. */
export const getPage: ManagerOperation = {
	value: 'getPage',
	name: 'Get Page',
	action: 'Get dashboard page',
	description: 'Make the dashboard as one HTML page that a Respond to Webhook node answers with',
	properties: [
		{
			displayName: 'Query',
			name: 'query',
			type: 'json',
			default: '={{ $json.query }}',
			description: 'The query parameters of the page as the Webhook node received them: view, filters, page',
		},
		languageParameter,
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. America/Bogota',
			description: 'Times on the page are told in it. Empty: the time zone of the workflow.',
		},
	],
	async run(context, itemIndex, store) {
		await nameCustomers(context, itemIndex, store);
		const html = await renderDashboard(store, {
			query: readReceived(context, 'query', itemIndex),
			lang: readLanguage(context, itemIndex),
			timeZone:
				(context.getNodeParameter('timeZone', itemIndex, '') as string).trim() || context.getTimezone(),
			now: await store.now(),
		});
		return [{ json: { html } }];
	},
};
