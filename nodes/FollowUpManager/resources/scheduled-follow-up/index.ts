import type { ManagerResource } from '../../operation.ts';
import { cancel } from './cancel.ts';
import { get } from './get.ts';
import { getMany } from './get-many.ts';
import { reschedule } from './reschedule.ts';
import { sendNow } from './send-now.ts';

export const scheduledFollowUp: ManagerResource = {
	value: 'scheduledFollowUp',
	name: 'Scheduled Follow-Up',
	operations: [cancel, get, getMany, reschedule, sendNow],
	default: 'getMany',
};
