import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { metaMessagingApiTest } from '../shared/test-meta.ts';
import { followUpStorePostgresTest } from '../shared/test-postgres.ts';
import { properties } from './properties.ts';
import { answerHandshake } from './handshake.ts';
import { receive } from './receive.ts';
import { passOn } from './receive-on/execution.ts';
import { receiveOn } from './receive-on/trigger.ts';
import { subscriptionMethods } from './subscription/methods.ts';
import { NODE_VERSION } from '../shared/node-version.ts';

export class MetaMessagingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meta Messaging Trigger',
		name: 'metaMessagingTrigger',
		icon: { light: 'file:metaMessagingTrigger.svg', dark: 'file:metaMessagingTrigger.dark.svg' },
		group: ['trigger'],
		version: NODE_VERSION,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		// n8n's node panel shows trigger and action as one entry, with this text (n8n-editor-ui 2.41.1, generateMergedNodesAndActions).
		description:
			'Messages of WhatsApp, Instagram and Messenger: receives and records them and cancels follow-ups when a customer replies; its actions send follow-ups, texts, media and templates',
		eventTriggerDescription: 'Waiting for a message from Meta',
		activationMessage: 'Meta can now deliver to this trigger',
		defaults: { name: 'Meta Messaging Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'metaMessagingApi', required: true, testedBy: 'metaMessagingApiTest' },
			{
				name: 'followUpStorePostgresApi',
				required: true,
				displayOptions: { show: { store: ['postgres'] } },
				testedBy: 'followUpStorePostgresTest',
			},
		],
		webhooks: [
			// The order matters: Meta checks by GET while a subscription is being made, so GET has to be known first.
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		triggerPanel: {
			header: '',
			executionsHelp: {
				inactive:
					'Webhooks have two modes: test and production.<br><br><b>While building</b>, click the button above and write to your number; only the test URL is listened to.<br><br><b>When ready</b>, publish the workflow. With <b>Set Up Manually</b>, then enter the production URL at Meta (App Dashboard > Webhooks) with the verify token of the credential; with <b>Managed by n8n</b> that is done for you. With <b>Receive On</b> set to a port of its own or to the intake process, Meta delivers to that address instead.',
				active:
					'Meta delivers to the production URL, or to the address of <b>Receive On</b>; see the runs under <b>Executions</b>. The test URL works only after a click on the button above.',
			},
			activationHint:
				'Publish the workflow; unless n8n manages the subscription, then enter the production URL (or the address of <b>Receive On</b>) and the verify token of the credential at Meta',
		},
		properties,
	};

	methods = { credentialTest: { followUpStorePostgresTest, metaMessagingApiTest } };

	webhookMethods = { default: subscriptionMethods };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return this.getWebhookName() === 'setup' ? await answerHandshake(this) : await receive(this);
	}

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await receiveOn(this);
	}

	/**
	 * Passes on what the webhook or the store brought, and notes that it has begun. With a `trigger` and without this, n8n would call the trigger once more
	 * for a test run and leave out what the test URL received (`runNode`, n8n 2.39.10).
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await passOn(this);
	}
}
