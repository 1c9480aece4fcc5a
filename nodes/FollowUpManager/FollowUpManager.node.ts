import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { searchModels } from '../FollowUpEvaluate/search-models.ts';
import { withErrorItems } from '../shared/error-items.ts';
import { openAiCompatibleApiTest } from '../shared/test-model-server.ts';
import { metaMessagingApiTest } from '../shared/test-meta.ts';
import { followUpStorePostgresTest } from '../shared/test-postgres.ts';
import { searchChatbots } from './methods/search-chatbots.ts';
import { searchFollowUps } from './methods/search-follow-ups.ts';
import { properties } from './properties.ts';
import { router } from './router.ts';
import { NODE_VERSION } from '../shared/node-version.ts';

export class FollowUpManager implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Follow-Up Manager',
		name: 'followUpManager',
		icon: { light: 'file:followUpManager.svg', dark: 'file:followUpManager.dark.svg' },
		group: ['transform'],
		version: NODE_VERSION,
		subtitle: '={{ $parameter["resource"] + ": " + $parameter["operation"] }}',
		description: 'Shows and changes follow-ups, what is scheduled, conversations and what was sent',
		defaults: { name: 'Follow-Up Manager' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{
				name: 'followUpStorePostgresApi',
				required: true,
				displayOptions: { show: { store: ['postgres'] } },
				testedBy: 'followUpStorePostgresTest',
			},
			{
				// Names of Instagram and Messenger customers; the page does without.
				name: 'metaMessagingApi',
				testedBy: 'metaMessagingApiTest',
				required: false,
				displayOptions: { show: { resource: ['dashboard'], operation: ['getPage'] } },
			},
			{
				name: 'openAiCompatibleApi',
				required: true,
				displayOptions: { show: { resource: ['simulation'], decideBy: ['openAiCompatible'] } },
				testedBy: 'openAiCompatibleApiTest',
			},
		],
		properties,
	};

	methods = {
		credentialTest: { followUpStorePostgresTest, metaMessagingApiTest, openAiCompatibleApiTest },
		listSearch: { searchChatbots, searchFollowUps, searchModels },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await withErrorItems(this, async () => await router(this));
	}
}
