import type { ManagerResource } from '../../operation';

export const activity: ManagerResource = {
	value: 'activity',
	name: 'Activity',
	operations: [],
	default: 'getMany',
};
