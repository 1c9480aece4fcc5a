import type { ManagerResource } from '../../operation';
import { exportAll } from './export';
import { getMany } from './get-many';
import { importAll } from './import';
import { activate, deactivate, useWorkflowSwitch } from './switch';

export const followUp: ManagerResource = {
	value: 'followUp',
	name: 'Follow-Up',
	operations: [activate, deactivate, exportAll, getMany, importAll, useWorkflowSwitch],
	default: 'getMany',
};
