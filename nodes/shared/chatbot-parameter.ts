import type { INodeProperties } from 'n8n-workflow';

/** Evaluate and the Due Trigger agree on a chatbot by this ID; in one workflow the default fits both. */
export const chatbotParameter: INodeProperties = {
	displayName: 'Chatbot ID',
	name: 'chatbotId',
	type: 'string',
	default: '={{ $workflow.id }}',
	required: true,
	description:
		'Which set of follow-ups this is. Follow-Up Evaluate and Follow-Up Due Trigger need the same ID; the ID of the workflow fits when both are in one workflow.',
};
