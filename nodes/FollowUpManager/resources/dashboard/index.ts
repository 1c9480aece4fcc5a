import type { ManagerResource } from '../../operation.ts';
import { applyAction } from './apply-action.ts';
import { getPage } from './get-page.ts';

/** The dashboard page, and what its buttons do. */
export const dashboard: ManagerResource = {
	value: 'dashboard',
	name: 'Dashboard',
	operations: [applyAction, getPage],
	default: 'getPage',
};
