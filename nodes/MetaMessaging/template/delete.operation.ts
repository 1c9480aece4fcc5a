import type { INodeProperties } from 'n8n-workflow';
import { deleteTemplate, findTemplate, parseTemplateKey } from '../../../lib/index.ts';
import { templateLocator, whatsAppAccount } from '../fields/template.ts';
import { accountOf, type RunTemplate, type TemplateOperation } from './operation.ts';

const properties: INodeProperties[] = [
	whatsAppAccount,
	templateLocator('searchAllTemplates'),
	{
		displayName: 'All Languages',
		name: 'allLanguages',
		type: 'boolean',
		default: false,
		description: 'Whether to delete the template in every language it exists in',
	},
];

/** Deletes a template, in one language or in all. */
const run: RunTemplate = async (context, transport, itemIndex) => {
	const key = context.getNodeParameter('template', itemIndex, '', { extractValue: true }) as string;
	const allLanguages = context.getNodeParameter('allLanguages', itemIndex, false) as boolean;
	const account = accountOf(context, itemIndex);
	const template = await findTemplate(transport, account, parseTemplateKey(key));
	await deleteTemplate(transport, account, template, { allLanguages });
	return [{ deleted: true }];
};

export const deleteOne: TemplateOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete template',
	description: 'Delete a template permanently',
	properties,
	run,
};
