import type { ManagerResource } from '../operation';
import { account } from './account';
import { activity } from './activity';
import { conversation } from './conversation';
import { dashboard } from './dashboard';
import { followUp } from './follow-up';
import { scheduledFollowUp } from './scheduled-follow-up';
import { simulation } from './simulation';
import { statistics } from './statistics';

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
