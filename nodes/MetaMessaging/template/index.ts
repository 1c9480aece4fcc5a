import type { INodeProperties } from 'n8n-workflow';
import * as create from './create.operation.ts';
import * as deleteOne from './delete.operation.ts';
import * as get from './get.operation.ts';
import * as getMany from './getMany.operation.ts';

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
