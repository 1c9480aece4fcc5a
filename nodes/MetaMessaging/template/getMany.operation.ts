import type { INodeProperties } from 'n8n-workflow';
import { listTemplates, type TemplateFilter } from '../../../lib/index.ts';
import { limitedTo, limitFields } from '../../shared/limit.ts';
import { whatsAppAccount } from '../fields/template.ts';
import { accountOf, templateItem, type RunTemplate, type TemplateOperation } from './operation.ts';

const properties: INodeProperties[] = [
	whatsAppAccount,
	...limitFields,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			{
				displayName: 'Category',
				name: 'category',
				type: 'options',
				options: [
					{ name: 'Authentication', value: 'authentication' },
					{ name: 'Marketing', value: 'marketing' },
					{ name: 'Utility', value: 'utility' },
				],
				default: 'utility',
			},
			{
				displayName: 'Language',
				name: 'language',
				type: 'string',
				default: '',
				placeholder: 'e.g. es or en_US',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				description: 'Part of the name',
			},
			{
				displayName: 'Quality',
				name: 'quality',
				type: 'options',
				options: [
					{ name: 'Green', value: 'GREEN' },
					{ name: 'Red', value: 'RED' },
					{ name: 'Unknown', value: 'UNKNOWN' },
					{ name: 'Yellow', value: 'YELLOW' },
				],
				default: 'GREEN',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Approved', value: 'APPROVED' },
					{ name: 'Archived', value: 'ARCHIVED' },
					{ name: 'Disabled', value: 'DISABLED' },
					{ name: 'In Appeal', value: 'IN_APPEAL' },
					{ name: 'Limit Exceeded', value: 'LIMIT_EXCEEDED' },
					{ name: 'Paused', value: 'PAUSED' },
					{ name: 'Pending', value: 'PENDING' },
					{ name: 'Pending Deletion', value: 'PENDING_DELETION' },
					{ name: 'Rejected', value: 'REJECTED' },
				],
				default: 'APPROVED',
			},
		],
	},
];

/** The templates of a WhatsApp account, one item each. */
const run: RunTemplate = async (context, transport, itemIndex) => {
	const filter = context.getNodeParameter('filters', itemIndex, {}) as TemplateFilter;
	const templates = await listTemplates(transport, accountOf(context, itemIndex), {
		...filter,
		limit: limitedTo(context, itemIndex),
	});
	return templates.map(templateItem);
};

export const getMany: TemplateOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many templates',
	description: 'Retrieve a list of templates with status, quality and variables',
	properties,
	run,
};
