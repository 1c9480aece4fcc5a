import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** Which chatbot: from the list of those that are known, or by its ID. */
export const chatbotField: INodeProperties = {
	displayName: 'Chatbot',
	name: 'chatbotId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'A Follow-Up Evaluate node with its follow-ups; known once it has run',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a chatbot…',
			typeOptions: {
				searchListMethod: 'searchChatbots',
				searchable: true,
				// The embedded store needs no credential; without this the editor asks for one.
				skipCredentialsCheckInRLC: true,
			},
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. Xb4kQ0sT1uVw2xYz',
			hint: 'The Chatbot ID of Follow-Up Evaluate, by default the ID of its workflow',
		},
	],
};

/** Which follow-up of the chatbot. */
export const followUpField: INodeProperties = {
	displayName: 'Follow-Up',
	name: 'followUp',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a follow-up…',
			typeOptions: {
				searchListMethod: 'searchFollowUps',
				searchable: true,
				skipCredentialsCheckInRLC: true,
			},
		},
		{
			displayName: 'By Name or ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. Appointment reminder - 4 hours',
		},
	],
};

/** What is chosen in one of them. */
export function chosen(context: IExecuteFunctions, itemIndex: number, name: string): string {
	return String(context.getNodeParameter(name, itemIndex, '', { extractValue: true }) ?? '').trim();
}
