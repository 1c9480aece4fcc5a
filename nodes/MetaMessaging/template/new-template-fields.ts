import type { INodeProperties } from 'n8n-workflow';

/** An example for each variable: Meta's reviewers read the template with them. */
export const exampleFields: INodeProperties = {
	displayName: 'Examples',
	name: 'examples',
	type: 'fixedCollection',
	placeholder: 'Add Example',
	typeOptions: { multipleValues: true },
	default: {},
	description: 'An example for each variable of the header and the body',
	options: [
		{
			displayName: 'Example',
			name: 'values',
			values: [
				{
					displayName: 'Variable',
					name: 'variable',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1 or name',
				},
				{ displayName: 'Example', name: 'example', type: 'string', default: '', placeholder: 'e.g. Ana' },
			],
		},
	],
};

export const newButtonFields: INodeProperties = {
	displayName: 'Buttons',
	name: 'templateButtons',
	type: 'fixedCollection',
	placeholder: 'Add Button',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	options: [
		{
			displayName: 'Button',
			name: 'values',
			values: [
				{
					displayName: 'Phone Number',
					name: 'phoneNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. +573001112233',
					displayOptions: { show: { type: ['phone_number'] } },
				},
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					default: '',
					description: 'At most 25 characters',
				},
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'Phone Number', value: 'phone_number' },
						{ name: 'Quick Reply', value: 'quick_reply' },
						{ name: 'URL', value: 'url' },
					],
					default: 'quick_reply',
				},
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/orders/{{1}}',
					description: 'May end with the variable {{1}}',
					displayOptions: { show: { type: ['url'] } },
				},
				{
					displayName: 'URL Example',
					name: 'example',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/orders/123',
					description: 'The whole address with its variable filled in',
					displayOptions: { show: { type: ['url'] } },
				},
			],
		},
	],
};
