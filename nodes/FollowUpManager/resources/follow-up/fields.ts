import type { INodeProperties } from 'n8n-workflow';

export const chatbotField: INodeProperties = {
	displayName: 'Chatbot ID',
	name: 'chatbotId',
	type: 'string',
	required: true,
	default: '={{ $json.chatbot ?? $workflow.id }}',
	placeholder: 'e.g. Xb4kQ0sT1uVw2xYz',
	description:
		'As it stands on Follow-Up Evaluate; by default the ID of its workflow. Follow-Up: Get Many gives it as "chatbot".',
};

/** Which follow-up of the chatbot. */
export const followUpField: INodeProperties = {
	displayName: 'Follow-Up',
	name: 'followUp',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Appointment reminder - 4 hours',
	description: 'Its name or its ID',
};
