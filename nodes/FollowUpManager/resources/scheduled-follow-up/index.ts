import type { ManagerResource } from '../../operation.ts';
import { cancel } from './cancel.ts';
import { get } from './get.ts';
import { getMany } from './get-many.ts';
import { markAsSent } from './mark-as-sent.ts';
import { reschedule } from './reschedule.ts';
import { sendNow } from './send-now.ts';

export const scheduledFollowUp: ManagerResource = {
	value: 'scheduledFollowUp',
	name: 'Scheduled Follow-Up',
	operations: [cancel, get, getMany, markAsSent, reschedule, sendNow],
	default: 'getMany',
};
