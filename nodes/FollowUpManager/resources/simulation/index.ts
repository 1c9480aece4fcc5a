import type { ManagerResource } from '../../operation.ts';
import { run } from './run.ts';

export const simulation: ManagerResource = {
	value: 'simulation',
	name: 'Simulation',
	operations: [run],
	default: 'run',
};
