import type { INodeProperties } from 'n8n-workflow';

const WHATSAPP_ONLY = { show: { platforms: ['whatsapp'] } };

/** The approved WhatsApp template that goes when the 24-hour window is closed. */
export const templateFields: INodeProperties[] = [
	{
		displayName: 'WhatsApp Template Name',
		name: 'templateName',
		type: 'string',
		default: '',
		placeholder: 'e.g. recordatorio_cita',
		description:
			'An approved template for when the 24-hour window is closed; necessary for delays of more than 24 hours. WhatsApp charges for templates.',
		displayOptions: WHATSAPP_ONLY,
	},
	{
		displayName: 'WhatsApp Template Language',
		name: 'templateLanguage',
		type: 'string',
		default: '',
		placeholder: 'e.g. es or en_US',
		description: 'Language code of the template as shown in the WhatsApp Manager',
		displayOptions: WHATSAPP_ONLY,
	},
	{
		displayName: 'WhatsApp Template Category',
		name: 'templateCategory',
		type: 'options',
		options: [
			{ name: 'Authentication', value: 'authentication' },
			{ name: 'Marketing', value: 'marketing' },
			{ name: 'Utility', value: 'utility' },
		],
		default: 'marketing',
		description:
			'As approved by Meta. Marketing templates are not sent to customers who stopped marketing messages, nor to US numbers.',
		displayOptions: WHATSAPP_ONLY,
	},
	{
		displayName: 'WhatsApp Template Variables',
		name: 'templateParameters',
		type: 'fixedCollection',
		placeholder: 'Add Variable',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		description: 'Texts for the variables in the body of the template, in their order',
		displayOptions: WHATSAPP_ONLY,
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
						description: 'Only for templates with named variables',
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
	},
];
