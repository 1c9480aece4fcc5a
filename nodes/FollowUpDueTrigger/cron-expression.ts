import type { CronExpression } from 'n8n-workflow';

/** Six fields, seconds first. The intervals on offer divide a minute or an hour, so that they stay evenly spaced. */
export function cronExpression(intervalSeconds: number): CronExpression {
	if (intervalSeconds < 60) return `*/${intervalSeconds} * * * * *` as CronExpression;
	const minutes = Math.round(intervalSeconds / 60);
	return (minutes === 1 ? '0 * * * * *' : `0 */${minutes} * * * *`) as CronExpression;
}
