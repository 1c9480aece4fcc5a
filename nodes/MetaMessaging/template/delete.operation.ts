import type { INodeProperties } from 'n8n-workflow';
import { deleteTemplate, findTemplate, parseTemplateKey } from '../../../lib/index.ts';
import { showFor } from '../fields/show-for.ts';
import { templateLocator, whatsAppAccount } from '../fields/template.ts';
import { accountOf, type TemplateOperation } from './operation.ts';

export const description: INodeProperties[] = showFor(
	'template',
	['delete'],
	[
		whatsAppAccount,
		templateLocator('searchAllTemplates'),
		{
			displayName: 'All Languages',
			name: 'allLanguages',
			type: 'boolean',
			default: false,
			description: 'Whether to delete the template in every language it exists in',
		},
	],
);

/** Deletes a template, in one language or in all. */
export const execute: TemplateOperation = async (context, transport, itemIndex) => {
	const key = context.getNodeParameter('template', itemIndex, '', { extractValue: true }) as string;
	const allLanguages = context.getNodeParameter('allLanguages', itemIndex, false) as boolean;
	const account = accountOf(context, itemIndex);
	const template = await findTemplate(transport, account, parseTemplateKey(key));
	await deleteTemplate(transport, account, template, { allLanguages });
	return [{ deleted: true }];
};
