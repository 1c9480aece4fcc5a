import type { ManagerResource } from '../../operation.ts';
import { getPaused } from './get-paused.ts';
import { pause } from './pause.ts';
import { resume } from './resume.ts';

export const account: ManagerResource = {
	value: 'account',
	name: 'Account',
	operations: [getPaused, pause, resume],
	default: 'getPaused',
};
