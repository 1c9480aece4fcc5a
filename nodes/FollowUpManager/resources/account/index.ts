import type { ManagerResource } from '../../operation';

export const account: ManagerResource = {
	value: 'account',
	name: 'Account',
	operations: [],
	default: 'getPaused',
};
