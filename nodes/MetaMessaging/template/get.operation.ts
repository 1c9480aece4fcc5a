import type { INodeProperties } from 'n8n-workflow';
import { findTemplate, parseTemplateKey } from '../../../lib/index.ts';
import { showFor } from '../fields/show-for.ts';
import { templateLocator, whatsAppAccount } from '../fields/template.ts';
import { accountOf, templateItem, type TemplateOperation } from './operation.ts';

export const description: INodeProperties[] = showFor(
	'template',
	['get'],
	[whatsAppAccount, templateLocator('searchAllTemplates')],
);

/** One template as it is at this moment. */
export const execute: TemplateOperation = async (context, transport, itemIndex) => {
	const key = context.getNodeParameter('template', itemIndex, '', { extractValue: true }) as string;
	return [templateItem(await findTemplate(transport, accountOf(context, itemIndex), parseTemplateKey(key)))];
};
