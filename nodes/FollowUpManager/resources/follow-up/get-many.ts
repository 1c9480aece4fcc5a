import type { FollowUpFilter } from '../../../../lib/index.ts';
import { limitedTo, limitFields } from '../../../shared/limit.ts';
import { CHANNEL_OPTIONS } from '../../../shared/channels.ts';
import { COLOUR_OPTIONS } from '../../fields/options.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** The follow-ups as Follow-Up Evaluate last registered them. */
export const getMany: ManagerOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many follow ups',
	description: 'List follow-ups with their definition, whether they are on, and how many are scheduled',
	properties: [
		...limitFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: 'Active',
					name: 'active',
					type: 'boolean',
					default: true,
					description: 'Whether to list those that are on or those that are off',
				},
				{
					displayName: 'Chatbot ID',
					name: 'chatbot',
					type: 'string',
					default: '',
					placeholder: 'e.g. Xb4kQ0sT1uVw2xYz',
				},
				{
					displayName: 'Colour',
					name: 'colour',
					type: 'options',
					options: COLOUR_OPTIONS,
					default: 'blue',
				},
				{
					displayName: 'Follow-Up',
					name: 'followUp',
					type: 'string',
					default: '',
					placeholder: 'e.g. Appointment reminder',
					description: 'Its name or its ID',
				},
				{
					displayName: 'Include Removed',
					name: 'withRemoved',
					type: 'boolean',
					default: false,
					description: 'Whether to list also those that are not in their workflow any more',
				},
				{
					displayName: 'Platform',
					name: 'platform',
					type: 'options',
					options: CHANNEL_OPTIONS,
					default: 'whatsapp',
				},
			],
		},
	],
	async run(context, itemIndex, store) {
		const given = context.getNodeParameter('filters', itemIndex, {}) as FollowUpFilter;
		const filter = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
		const followUps = await store.listFollowUps(filter);
		return jsonItems(followUps.slice(0, limitedTo(context, itemIndex)));
	},
};
