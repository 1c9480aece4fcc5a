import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { properties } from './properties';
import { scheduleItems } from './schedule-items';

export class FollowUpSchedule implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Follow-Up Schedule',
		name: 'followUpSchedule',
		icon: { light: 'file:followUpSchedule.svg', dark: 'file:followUpSchedule.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'Queue',
		description: 'Keeps planned follow-ups until they are due',
		defaults: { name: 'Follow-Up Schedule' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		outputNames: ['Scheduled'],
		usableAsTool: undefined,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await scheduleItems(this)];
	}
}
