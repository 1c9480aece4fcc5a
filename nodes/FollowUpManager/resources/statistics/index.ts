import type { ManagerResource } from '../../operation.ts';
import { get } from './get.ts';

export const statistics: ManagerResource = {
	value: 'statistics',
	name: 'Statistics',
	operations: [get],
	default: 'get',
};
