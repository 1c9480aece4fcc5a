import type { ManagerResource } from '../../operation.ts';
import { exportAll } from './export.ts';
import { getMany } from './get-many.ts';
import { importAll } from './import.ts';
import { activate, deactivate, useWorkflowSwitch } from './switch.ts';

export const followUp: ManagerResource = {
	value: 'followUp',
	name: 'Follow-Up',
	operations: [activate, deactivate, exportAll, getMany, importAll, useWorkflowSwitch],
	default: 'getMany',
};
