import type { INodeProperties } from 'n8n-workflow';
import { createTemplate, type NewTemplate } from '../../../lib/index.ts';
import { whatsAppAccount } from '../fields/template.ts';
import { accountOf, type RunTemplate, type TemplateOperation } from './operation.ts';
import { exampleFields, newButtonFields } from './new-template-fields.ts';

const properties: INodeProperties[] = [
	whatsAppAccount,
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. appointment_reminder',
		description: 'Lowercase letters, digits and underscores',
	},
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: [
			{
				name: 'Marketing',
				value: 'marketing',
				description: 'Everything that invites, reminds of an offer or wins back. Most follow-ups are this.',
			},
			{
				name: 'Utility',
				value: 'utility',
				description: 'Only what the customer asked for and what promotes nothing',
			},
		],
		default: 'marketing',
		description: 'Meta may put it into another category, which changes its price',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. es or en_US',
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Hi {{1}}, shall we book your appointment?',
		description: 'At most 1,024 characters, with variables such as {{1}} or {{name}}',
	},
	{
		displayName: 'Variables Are',
		name: 'parameterFormat',
		type: 'options',
		options: [
			{ name: 'Named', value: 'named', description: 'Such as {{name}}' },
			{ name: 'Numbered', value: 'positional', description: 'Such as {{1}}' },
		],
		default: 'positional',
		description: 'Cannot be changed later',
	},
	exampleFields,
	{
		displayName: 'Header',
		name: 'header',
		type: 'string',
		default: '',
		description: 'Line above the text, at most 60 characters and one variable',
	},
	{
		displayName: 'Footer',
		name: 'footer',
		type: 'string',
		default: '',
		description: 'Line below the text, at most 60 characters',
	},
	newButtonFields,
];

/** Hands a template in for review; it can be sent once Meta has approved it. */
const run: RunTemplate = async (context, transport, itemIndex) => {
	const parameter = (name: string) => context.getNodeParameter(name, itemIndex, '') as string;
	const list = <T>(name: string) =>
		(context.getNodeParameter(name, itemIndex, {}) as { values?: T[] }).values ?? [];
	const examples = list<{ variable: string; example: string }>('examples');
	const created = await createTemplate(transport, accountOf(context, itemIndex), {
		name: parameter('name').trim(),
		category: parameter('category') as NewTemplate['category'],
		language: parameter('language'),
		parameterFormat: parameter('parameterFormat') as NewTemplate['parameterFormat'],
		...{ body: parameter('body'), header: parameter('header'), footer: parameter('footer') },
		examples: Object.fromEntries(
			examples.map(({ variable, example }) => [variable.replace(/[{}\s]/g, ''), example]),
		),
		buttons: list<NonNullable<NewTemplate['buttons']>[number]>('templateButtons'),
	});
	return [{ ...created }];
};

export const create: TemplateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create template',
	description: 'Hand a template in for review by Meta',
	properties,
	run,
};
