import type { ManagerResource } from '../../operation.ts';
import { getApps } from './get-apps.ts';
import { getPaused } from './get-paused.ts';
import { pause } from './pause.ts';
import { release } from './release.ts';
import { resume } from './resume.ts';

export const account: ManagerResource = {
	value: 'account',
	name: 'Account',
	operations: [getApps, getPaused, pause, release, resume],
	default: 'getPaused',
};
