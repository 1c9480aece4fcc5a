import type { INodeProperties } from 'n8n-workflow';
import { findTemplate, parseTemplateKey } from '../../../lib/index.ts';
import { templateLocator, whatsAppAccount } from '../fields/template.ts';
import { accountOf, templateItem, type RunTemplate, type TemplateOperation } from './operation.ts';

const properties: INodeProperties[] = [whatsAppAccount, templateLocator('searchAllTemplates')];

/** One template as it is at this moment. */
const run: RunTemplate = async (context, transport, itemIndex) => {
	const key = context.getNodeParameter('template', itemIndex, '', { extractValue: true }) as string;
	return [templateItem(await findTemplate(transport, accountOf(context, itemIndex), parseTemplateKey(key)))];
};

export const get: TemplateOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get template',
	description: 'Retrieve a template',
	properties,
	run,
};
