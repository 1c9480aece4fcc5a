import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { text } from '../../fields/text.ts';

export const scheduledIdField: INodeProperties = {
	displayName: 'Scheduled Follow-Up ID',
	name: 'scheduledId',
	type: 'string',
	required: true,
	default: '={{ $json.followUp.scheduledId }}',
	placeholder: 'e.g. 1f0c2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6',
	description: 'As Scheduled Follow-Up: Get Many gives it, under followUp.scheduledId',
};

/** @throws NodeOperationError when it is empty. */
export function readScheduledId(context: IExecuteFunctions, itemIndex: number): string {
	const id = text(context, itemIndex, 'scheduledId');
	if (id !== '') return id;
	throw new NodeOperationError(context.getNode(), 'The item names no scheduled follow-up', {
		itemIndex,
		description:
			'Fill in Scheduled Follow-Up ID, or connect a node that gives one, e.g. Scheduled Follow-Up: Get Many',
	});
}
