import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { withErrorItems } from '../shared/error-items.ts';
import { metaMessagingApiTest } from '../shared/test-meta.ts';
import { openAiCompatibleApiTest } from '../shared/test-model-server.ts';
import { followUpStorePostgresTest } from '../shared/test-postgres.ts';
import { properties } from './properties.ts';
import { outputs, placeOfErrors } from './outputs.ts';
import { router } from './router.ts';
import { searchAllTemplates, searchTemplates } from './methods/search-templates.ts';
import { templateFields } from './methods/template-fields.ts';
import { NODE_VERSION } from '../shared/node-version.ts';

export class MetaMessaging implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meta Messaging',
		name: 'metaMessaging',
		icon: { light: 'file:metaMessaging.svg', dark: 'file:metaMessaging.dark.svg' },
		group: ['output'],
		version: NODE_VERSION,
		subtitle: '={{ $parameter["resource"] + ": " + $parameter["operation"] }}',
		description:
			'Sends follow-ups, texts, media, buttons and templates on WhatsApp, Instagram and Messenger, and manages WhatsApp templates',
		defaults: { name: 'Meta Messaging' },
		inputs: [NodeConnectionTypes.Main],
		outputs,
		usableAsTool: true,
		credentials: [
			{ name: 'metaMessagingApi', required: true, testedBy: 'metaMessagingApiTest' },
			{
				name: 'openAiCompatibleApi',
				required: true,
				displayOptions: { show: { resource: ['message'], operation: ['transcribe'] } },
				testedBy: 'openAiCompatibleApiTest',
			},
			{
				name: 'followUpStorePostgresApi',
				required: true,
				displayOptions: { show: { store: ['postgres'] } },
				testedBy: 'followUpStorePostgresTest',
			},
		],
		properties,
	};

	methods = {
		credentialTest: { followUpStorePostgresTest, metaMessagingApiTest, openAiCompatibleApiTest },
		listSearch: { searchTemplates, searchAllTemplates },
		resourceMapping: { templateFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await withErrorItems(
			this,
			async () => await router(this),
			placeOfErrors(this.getNode().parameters),
		);
	}
}
