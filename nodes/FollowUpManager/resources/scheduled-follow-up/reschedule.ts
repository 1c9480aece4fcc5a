import { NodeOperationError } from 'n8n-workflow';
import { readTime } from '../../fields/time.ts';
import { changedItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { readScheduledId, scheduledIdField } from './fields.ts';

/** Moves one scheduled follow-up to a time at which it may go. */
export const reschedule: ManagerOperation = {
	value: 'reschedule',
	name: 'Reschedule',
	action: 'Reschedule scheduled follow up',
	description: 'Move one scheduled follow-up to another time',
	properties: [
		scheduledIdField,
		{
			displayName: 'New Time',
			name: 'dueAt',
			type: 'dateTime',
			required: true,
			default: '',
			description:
				'When it is to go. Without an offset it is in the time zone of the workflow. A time at which Meta or your rules would not let it go is refused; in quiet hours it moves to their end.',
		},
	],
	async run(context, itemIndex, store) {
		const id = readScheduledId(context, itemIndex);
		const dueAt = readTime(context, itemIndex, context.getNodeParameter('dueAt', itemIndex), 'New Time');
		if (!dueAt)
			throw new NodeOperationError(context.getNode(), 'New Time is empty', {
				itemIndex,
				description: 'Give the time at which the follow-up is to go, e.g. 2026-12-01T09:30',
			});
		const { followUp, reasons } = await store.reschedule(id, { dueAt }, await store.now());
		return jsonItems([{ ...changedItem(followUp), movedBy: reasons }]);
	},
};
