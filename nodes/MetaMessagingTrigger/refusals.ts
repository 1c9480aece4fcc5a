import type { IWebhookFunctions } from 'n8n-workflow';
import { LRUCache, RefusalBook, type Refusal } from '../../lib/index.ts';
import { triggerStore } from './trigger-store.ts';

/** The same is said at most this often: whoever is refused must not fill the disk with n8n's log. */
const SAME_AGAIN_MS = 60_000;
const said = new LRUCache<string, true>({ max: 500, ttl: SAME_AGAIN_MS });

/** The counts of each trigger node, until they are in its store. */
const books = new LRUCache<string, RefusalBook>({ max: 500 });

/** Counts a refused request for the dashboard; the sentence, if there is one, goes to n8n's log. */
export function noteRefused(context: IWebhookFunctions, refusal: Refusal, sentence?: string): void {
	const key = `${context.getWorkflow().id}:${context.getNode().id}`;
	const { logger } = context;
	const book =
		books.get(key) ??
		new RefusalBook((error) => logger.warn(`What was refused could not be counted: ${error.message}`));
	books.set(key, book);
	book.note(refusal, async () => await triggerStore(context));
	if (sentence === undefined || said.has(sentence)) return;
	said.set(sentence, true);
	logger.warn(sentence);
}
