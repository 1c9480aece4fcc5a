import type { INodeProperties } from 'n8n-workflow';
import {
	fillTemplate,
	findTemplate,
	parseTemplateKey,
	textOf,
	type TemplateValues,
} from '../../../lib/index.ts';
import { messageOptions } from '../fields/options.ts';
import { recipientFields } from '../fields/recipient.ts';
import { templateLocator, whatsAppAccount } from '../fields/template.ts';
import { deliver } from './deliver.ts';
import type { MessageOperation, RunMessage } from './operation.ts';

const properties: INodeProperties[] = [
	...recipientFields,
	whatsAppAccount,
	templateLocator('searchTemplates'),
	{
		displayName: 'Template Variables',
		name: 'templateVariables',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			loadOptionsDependsOn: ['template.value', 'whatsAppAccount'],
			resourceMapper: {
				resourceMapperMethod: 'templateFields',
				mode: 'map',
				fieldWords: { singular: 'variable', plural: 'variables' },
				addAllFields: true,
				multiKeyMatch: false,
				supportAutoMap: false,
			},
		},
	},
	messageOptions,
];

/** An approved WhatsApp template, also when the messaging window is closed. */
const run: RunMessage = async (delivery) => {
	const { context, itemIndex, transport } = delivery;
	const key = context.getNodeParameter('template', itemIndex, '', { extractValue: true }) as string;
	const account = (context.getNodeParameter('whatsAppAccount', itemIndex) as string).trim();
	const { value } = context.getNodeParameter('templateVariables', itemIndex, {}) as {
		value?: TemplateValues | null;
	};
	// Its status and its variables are read from Meta each time: a template is paused, or edited, at any moment.
	const template = await findTemplate(transport, account, parseTemplateKey(key));
	return await deliver(delivery, {
		...{ kind: 'template', template: fillTemplate(template, value ?? {}) },
		text: textOf(template),
	});
};

export const sendTemplate: MessageOperation = {
	value: 'sendTemplate',
	name: 'Send Template',
	action: 'Send template message',
	description: 'Send an approved WhatsApp template, also when the messaging window is closed',
	properties,
	run,
};
