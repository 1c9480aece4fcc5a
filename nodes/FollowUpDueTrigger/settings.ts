import type { ITriggerFunctions } from 'n8n-workflow';

export interface Settings {
	batchSize: number;
	maxExecutions: number;
	leaseMinutes: number;
	/** What came due longer ago is not sent any more; 0 for no limit. */
	expireAfterHours: number;
	/** So long after the last follow-up without an answer the staff is told; 0: never. */
	gaveUpAfterHours: number;
	/** So long after a customer wrote with whom a person went on the staff is told; 0: never. */
	customerWaitingHours: number;
	maxPerMinute: number;
	keepMessageDays: number;
	keepFollowUpDays: number;
	keepLogDays: number;
}

export const DEFAULTS: Settings = {
	batchSize: 50,
	maxExecutions: 1,
	leaseMinutes: 10,
	expireAfterHours: 12,
	gaveUpAfterHours: 0,
	customerWaitingHours: 0,
	maxPerMinute: 600,
	keepMessageDays: 90,
	keepFollowUpDays: 400,
	keepLogDays: 400,
};

/** The settings chosen on the node; what is not chosen has its default. */
export function readSettings(context: ITriggerFunctions): Settings {
	return { ...DEFAULTS, ...(context.getNodeParameter('settings', {}) as Partial<Settings>) };
}
