import type { ManagerResource } from '../../operation';
import { cancel } from './cancel';
import { get } from './get';
import { getMany } from './get-many';
import { reschedule } from './reschedule';
import { sendNow } from './send-now';

export const scheduledFollowUp: ManagerResource = {
	value: 'scheduledFollowUp',
	name: 'Scheduled Follow-Up',
	operations: [cancel, get, getMany, reschedule, sendNow],
	default: 'getMany',
};
