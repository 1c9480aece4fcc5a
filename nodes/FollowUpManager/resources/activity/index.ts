import type { ManagerResource } from '../../operation';
import { exportCsv } from './export-csv';
import { getMany } from './get-many';

export const activity: ManagerResource = {
	value: 'activity',
	name: 'Activity',
	operations: [exportCsv, getMany],
	default: 'getMany',
};
