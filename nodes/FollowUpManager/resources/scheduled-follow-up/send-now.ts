import { changedItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { readScheduledId, scheduledIdField } from './fields.ts';

/** Makes one scheduled follow-up due at once, also one that could not be brought to an end. */
export const sendNow: ManagerOperation = {
	value: 'sendNow',
	name: 'Send Now',
	action: 'Send scheduled follow up now',
	description:
		'Make one scheduled follow-up due at once, also one that could not be brought to an end (dead_letter, not_taken_up); the rules and the AI still decide whether it goes',
	properties: [
		scheduledIdField,
		{
			displayName:
				'The next run of Follow-Up Due Trigger takes it up. If Follow-Up Schedule is set to Wait, the waiting run goes on at its own time and not earlier.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
	],
	async run(context, itemIndex, store) {
		const id = readScheduledId(context, itemIndex);
		const { followUp, reasons } = await store.makeDue(id, await store.now());
		return jsonItems([{ ...changedItem(followUp), objections: reasons }]);
	},
};
