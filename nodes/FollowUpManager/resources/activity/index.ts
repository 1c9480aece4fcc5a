import type { ManagerResource } from '../../operation.ts';
import { exportCsv } from './export-csv.ts';
import { getMany } from './get-many.ts';

export const activity: ManagerResource = {
	value: 'activity',
	name: 'Activity',
	operations: [exportCsv, getMany],
	default: 'getMany',
};
