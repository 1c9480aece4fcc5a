import type { INodeProperties } from 'n8n-workflow';
import * as create from './create.operation';
import * as deleteOne from './delete.operation';
import * as get from './get.operation';
import * as getMany from './getMany.operation';

export const templateOperations = { create, delete: deleteOne, get, getMany };

export const templateProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['template'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: 'Hand a template in for review by Meta',
				action: 'Create template',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'Delete a template permanently',
				action: 'Delete template',
			},
			{ name: 'Get', value: 'get', description: 'Retrieve a template', action: 'Get template' },
			{
				name: 'Get Many',
				value: 'getMany',
				description: 'Retrieve a list of templates with status, quality and variables',
				action: 'Get many templates',
			},
		],
		default: 'getMany',
	},
	...[getMany, get, create, deleteOne].flatMap(({ description }) => description),
];
