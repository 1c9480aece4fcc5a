import type { ManagerResource } from '../../operation';
import { run } from './run';

export const simulation: ManagerResource = {
	value: 'simulation',
	name: 'Simulation',
	operations: [run],
	default: 'run',
};
