import type { Logger } from 'n8n-workflow';
import type { Now, RetentionOptions, Store } from '../../lib/index.ts';

const HOUR_MS = 3_600_000;

export interface Keep {
	messageDays: number;
	followUpDays: number;
	auditDays: number;
}

/** Deletes what is past its age, about once an hour, one small batch at each look, so that nobody has to wait for it. */
export class Housekeeping {
	private nextAt = 0;

	constructor(
		private readonly keep: Keep,
		private readonly logger: Logger,
	) {}

	async tidy(store: Store, now: Now): Promise<void> {
		if (now.getTime() < this.nextAt) return;
		const options: RetentionOptions = { ...this.keep, now };
		const { done, ...deleted } = await store.sweep(options);
		if (done) this.nextAt = now.getTime() + HOUR_MS;
		if (Object.values(deleted).some((count) => count > 0))
			this.logger.info('Old rows of the follow-up store were deleted', { ...deleted });
	}
}
