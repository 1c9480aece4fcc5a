import type { IWebhookFunctions } from 'n8n-workflow';
import { clockWarning, type Ingested } from '../../lib/index.ts';

/** Says in the log of n8n that the clock does not fit what Meta delivers, and what to do. */
export function warnClock(
	context: Pick<IWebhookFunctions, 'logger'>,
	wrongClocks: Ingested['wrongClocks'],
): void {
	for (const found of wrongClocks) context.logger.warn(clockWarning(found));
}
