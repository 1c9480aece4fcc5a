import type { Resource } from '../../shared/operation.ts';
import { create } from './create.operation.ts';
import { deleteOne } from './delete.operation.ts';
import { get } from './get.operation.ts';
import { getMany } from './getMany.operation.ts';
import type { TemplateOperation } from './operation.ts';

export const template: Resource<TemplateOperation> = {
	value: 'template',
	name: 'Template',
	operations: [getMany, get, create, deleteOne],
	default: 'getMany',
};
