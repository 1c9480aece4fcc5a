import type { ManagerResource } from '../../operation';
import { getMany } from './get-many';

export const followUp: ManagerResource = {
	value: 'followUp',
	name: 'Follow-Up',
	operations: [getMany],
	default: 'getMany',
};
