import type { ManagerResource } from '../../operation';

export const conversation: ManagerResource = {
	value: 'conversation',
	name: 'Conversation',
	operations: [],
	default: 'getMany',
};
