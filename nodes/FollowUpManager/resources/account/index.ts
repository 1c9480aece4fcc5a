import type { ManagerResource } from '../../operation';
import { getPaused } from './get-paused';
import { pause } from './pause';
import { resume } from './resume';

export const account: ManagerResource = {
	value: 'account',
	name: 'Account',
	operations: [getPaused, pause, resume],
	default: 'getPaused',
};
