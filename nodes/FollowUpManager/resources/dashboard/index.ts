import type { ManagerResource } from '../../operation';
import { applyAction } from './apply-action';
import { getPage } from './get-page';

/** The dashboard page, and what its buttons do. */
export const dashboard: ManagerResource = {
	value: 'dashboard',
	name: 'Dashboard',
	operations: [applyAction, getPage],
	default: 'getPage',
};
