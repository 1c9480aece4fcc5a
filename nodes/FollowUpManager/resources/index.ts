import type { ManagerResource } from '../operation.ts';
import { account } from './account/index.ts';
import { activity } from './activity/index.ts';
import { conversation } from './conversation/index.ts';
import { dashboard } from './dashboard/index.ts';
import { followUp } from './follow-up/index.ts';
import { scheduledFollowUp } from './scheduled-follow-up/index.ts';
import { simulation } from './simulation/index.ts';
import { statistics } from './statistics/index.ts';

/** What the node manages. A new resource is a folder and a line here; a new operation is a file and a line in its folder. */
export const resources: ManagerResource[] = [
	account,
	activity,
	conversation,
	dashboard,
	followUp,
	scheduledFollowUp,
	simulation,
	statistics,
].filter(({ operations }) => operations.length > 0);
