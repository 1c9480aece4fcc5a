import type { ManagerResource } from '../../operation';

export const dashboard: ManagerResource = {
	value: 'dashboard',
	name: 'Dashboard',
	operations: [],
	default: 'getPage',
};
