import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { properties } from './properties';
import { evaluate } from './evaluate';
import { searchModels } from './search-models';

export class FollowUpEvaluate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Follow-Up Evaluate',
		name: 'followUpEvaluate',
		icon: { light: 'file:followUpEvaluate.svg', dark: 'file:followUpEvaluate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ($parameter["followUps"]["values"] || []).filter((one) => one.active !== false).length + " active follow-ups" }}',
		description: 'Plans follow-ups when a customer writes and decides about them when they come due',
		defaults: { name: 'Follow-Up Evaluate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Schedule', 'Send', 'Ended'],
		usableAsTool: undefined,
		credentials: [
			{
				name: 'openAiCompatibleApi',
				required: true,
				displayOptions: { show: { decideBy: ['openAiCompatible'] } },
			},
		],
		properties,
	};

	methods = { listSearch: { searchModels } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await evaluate(this);
	}
}
