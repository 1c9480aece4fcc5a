import type { INodeProperties } from 'n8n-workflow';

/** Templates belong to the WhatsApp account and not to one of its numbers. */
export const whatsAppAccount: INodeProperties = {
	displayName: 'WhatsApp Account ID',
	name: 'whatsAppAccount',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 200000000000001',
	description:
		'ID of the account that owns the templates, as the WhatsApp Manager shows it; not the phone number ID',
};

/** A template by list (only what can be sent now) or by name and language. */
export function templateLocator(searchListMethod: 'searchTemplates' | 'searchAllTemplates'): INodeProperties {
	return {
		displayName: 'Template',
		name: 'template',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a template…',
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By Name and Language',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. appointment_reminder:en_US',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '^[a-z0-9_]+:[a-z]{2,3}([_-][A-Za-z]{2,4})?$',
							errorMessage: 'Write name:language, e.g. appointment_reminder:en_US',
						},
					},
				],
			},
		],
	};
}
