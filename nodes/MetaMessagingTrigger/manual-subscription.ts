import type { IHookFunctions } from 'n8n-workflow';

/**
 * The subscription is set up at Meta by hand, so publishing or testing a workflow neither makes nor removes one: Meta knows
 * one callback URL per app, and a test must never take production's away.
 */
export const manualSubscription = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		return true;
	},
	async create(this: IHookFunctions): Promise<boolean> {
		return true;
	},
	async delete(this: IHookFunctions): Promise<boolean> {
		return true;
	},
};
