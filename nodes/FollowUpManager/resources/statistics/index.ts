import type { ManagerResource } from '../../operation';
import { get } from './get';

export const statistics: ManagerResource = {
	value: 'statistics',
	name: 'Statistics',
	operations: [get],
	default: 'get',
};
