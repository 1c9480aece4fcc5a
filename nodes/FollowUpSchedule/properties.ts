import type { INodeProperties } from 'n8n-workflow';

export const properties: INodeProperties[] = [
	{
		displayName:
			'Planned follow-ups wait in the follow-up store; a Follow-Up Due Trigger with the same chatbot ID brings them back when they are due',
		name: 'queueNotice',
		type: 'notice',
		default: '',
	},
];
