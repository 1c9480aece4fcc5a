import type { ManagerResource } from '../../operation';

export const scheduledFollowUp: ManagerResource = {
	value: 'scheduledFollowUp',
	name: 'Scheduled Follow-Up',
	operations: [],
	default: 'getMany',
};
