import type { IWebhookFunctions } from 'n8n-workflow';
import { LRUCache, type Ingested } from '../../lib/index.ts';

/** Told before by this process: every delivery would say the same again. */
const told = new LRUCache<string, true>({ max: 1_000 });

/** Says in the log of n8n which follow-ups were left out of the planning, why, and what to do. */
export function warnUnreadable(
	context: Pick<IWebhookFunctions, 'logger'>,
	unreadable: Ingested['unreadable'],
): void {
	for (const { chatbot, name, why } of unreadable) {
		const text = `The follow-up "${name}" of the chatbot ${chatbot} was not planned: what is stored of it cannot be read (${why}). Its Follow-Up Evaluate writes it anew when it runs; if another n8n uses the same store, give both the same version of this package.`;
		if (told.get(text)) continue;
		told.set(text, true);
		context.logger.warn(text);
	}
}
