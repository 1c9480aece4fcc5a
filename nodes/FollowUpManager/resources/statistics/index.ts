import type { ManagerResource } from '../../operation';

export const statistics: ManagerResource = {
	value: 'statistics',
	name: 'Statistics',
	operations: [],
	default: 'get',
};
