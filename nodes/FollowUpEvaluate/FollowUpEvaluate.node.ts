import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { withErrorItems, type ErrorPlace } from '../shared/error-items.ts';
import { openAiCompatibleApiTest } from '../shared/test-model-server.ts';
import { metaMessagingApiTest } from '../shared/test-meta.ts';
import { followUpStorePostgresTest } from '../shared/test-postgres.ts';
import { hints } from './hints.ts';
import { properties } from './properties.ts';
import { evaluate } from './evaluate.ts';
import { inputs } from './inputs.ts';
import { searchTemplates } from './methods/search-templates.ts';
import { searchModels } from './search-models.ts';
import { NODE_VERSION } from '../shared/node-version.ts';

const OUTPUTS = ['Schedule', 'Send', 'Ended', 'Hand Over'] as const;
/** What fails comes out at Ended. */
const ERRORS: ErrorPlace = { output: OUTPUTS.indexOf('Ended'), outputs: OUTPUTS.length };

export class FollowUpEvaluate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Follow-Up Evaluate',
		name: 'followUpEvaluate',
		icon: { light: 'file:followUpEvaluate.svg', dark: 'file:followUpEvaluate.dark.svg' },
		group: ['transform'],
		version: NODE_VERSION,
		subtitle:
			'={{ $parameter["defineFollowUps"] === "json" ? "follow-ups as JSON" : $parameter["defineFollowUps"] === "dashboard" ? "follow-ups on the dashboard" : ($parameter["followUps"]["values"] || []).filter((one) => one.options?.active !== false).map((one, place, all) => all.length === 1 ? "1 active follow-up" : all.length + " active follow-ups")[0] ?? "no active follow-up" }}',
		description: 'Plans follow-ups when a customer writes and decides about them when they come due',
		defaults: { name: 'Follow-Up Evaluate' },
		inputs,
		outputs: OUTPUTS.map(() => NodeConnectionTypes.Main),
		outputNames: [...OUTPUTS],
		usableAsTool: undefined,
		credentials: [
			{
				name: 'openAiCompatibleApi',
				required: true,
				displayOptions: { show: { decideBy: ['openAiCompatible'] } },
				testedBy: 'openAiCompatibleApiTest',
			},
			// Only for templates: to choose them from a list, and to know whether they are approved.
			{
				...{ name: 'metaMessagingApi', required: false, testedBy: 'metaMessagingApiTest' },
				displayName: 'Meta Messaging API (for Templates)',
			},
			{
				name: 'followUpStorePostgresApi',
				required: true,
				displayOptions: { show: { store: ['postgres'] } },
				testedBy: 'followUpStorePostgresTest',
			},
		],
		properties,
		hints,
	};

	methods = {
		listSearch: { searchModels, searchTemplates },
		credentialTest: { followUpStorePostgresTest, metaMessagingApiTest, openAiCompatibleApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await withErrorItems(this, async () => await evaluate(this), ERRORS);
	}
}
