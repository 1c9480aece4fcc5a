import { text } from '../../fields/text.ts';
import { changedItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { readScheduledId, scheduledIdField } from './fields.ts';

/** Ends one scheduled follow-up. */
export const cancel: ManagerOperation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel scheduled follow up',
	description: 'End one scheduled follow-up; for all of a customer use Conversation: Cancel Follow-Ups',
	properties: [
		scheduledIdField,
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. The payment came in',
			description: 'Stands in the log',
		},
	],
	async run(context, itemIndex, store) {
		const id = readScheduledId(context, itemIndex);
		const note = text(context, itemIndex, 'reason') || undefined;
		const { followUp } = await store.cancelScheduled(id, note, await store.now());
		return jsonItems([changedItem(followUp)]);
	},
};
