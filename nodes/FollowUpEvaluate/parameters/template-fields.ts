import type { INodeProperties } from 'n8n-workflow';

/** Templates belong to the WhatsApp account and not to one of its numbers; all follow-ups choose among those of one. */
export const templateAccountParameter: INodeProperties = {
	displayName: 'WhatsApp Account ID',
	name: 'whatsAppAccount',
	type: 'string',
	default: '',
	placeholder: 'e.g. 200000000000001',
	description:
		'Only for WhatsApp templates: the ID of the account that owns them, as the WhatsApp Manager shows it; not the phone number ID. With it and the Meta credential templates are chosen from a list, and a paused one is found out before sending.',
};

/** The approved WhatsApp template that goes when the 24-hour window is closed. */
export const templateParameter: INodeProperties = {
	displayName: 'WhatsApp Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'An approved template for when the 24-hour window is closed; necessary for delays of more than 24 hours. WhatsApp charges for templates. Marketing templates are not sent to customers who stopped marketing messages, nor to US numbers.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a template…',
			typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
		},
		{
			displayName: 'By Name and Language',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. appointment_reminder:en_US:utility',
			hint: 'name:language or name:language:category. Without a category it counts as marketing until Meta says otherwise.',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^[a-z0-9_]+:[a-z]{2,3}([_-][A-Za-z]{2,4})?(:(marketing|utility|authentication))?$',
						errorMessage: 'Write name:language, e.g. appointment_reminder:en_US',
					},
				},
			],
		},
	],
};

/**
 * The values of its variables. A resource mapper would show a field for each, but n8n's editor finds one only at the top of a
 * node: inside a list it stays empty (n8n 2.39.10).
 */
export const templateVariablesParameter: INodeProperties = {
	displayName: 'WhatsApp Template Variables',
	name: 'templateParameters',
	type: 'fixedCollection',
	placeholder: 'Add Variable',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	description:
		'Texts for the variables of the template: those in its text in their order, then what its header and buttons need',
	options: [
		{
			displayName: 'Variable',
			name: 'values',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. customer_name',
					description:
						'Empty for numbered variables. For a header header.image, header.video, header.document, header.location or header.1; for the first button button.0.',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. {{ $json.conversation.contact.name }}',
				},
			],
		},
	],
};
