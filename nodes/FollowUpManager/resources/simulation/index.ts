import type { ManagerResource } from '../../operation';

export const simulation: ManagerResource = {
	value: 'simulation',
	name: 'Simulation',
	operations: [],
	default: 'run',
};
