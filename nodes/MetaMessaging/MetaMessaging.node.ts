import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { properties } from './properties';
import { sendFollowUps } from './message/sendFollowUp.operation';

export class MetaMessaging implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meta Messaging',
		name: 'metaMessaging',
		icon: { light: 'file:metaMessaging.svg', dark: 'file:metaMessaging.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["resource"] + ": " + $parameter["operation"] }}',
		description: 'Sends messages through WhatsApp, Instagram and Messenger',
		defaults: { name: 'Meta Messaging' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Sent', 'Not Sent'],
		usableAsTool: undefined,
		credentials: [{ name: 'metaMessagingApi', required: true }],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await sendFollowUps(this);
	}
}
