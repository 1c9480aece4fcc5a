import type { Conversation } from '../ledger.ts';
import { asksToStart, asksToStop } from './stop-words.ts';

// Deliveries come late and in any order: of two wishes the newer one by the customer's own time stands.

/** Notes a request to be left alone, or that the customer takes it back. */
export function noteStopWords(conversation: Conversation, text: string, at: number): void {
	const { stopped, startedAt } = conversation;
	if (asksToStop(text)) {
		if (at >= (startedAt ?? -Infinity) && at >= (stopped?.at ?? -Infinity))
			conversation.stopped = { at, text };
	} else if (asksToStart(text)) {
		conversation.startedAt = Math.max(startedAt ?? -Infinity, at);
		if (stopped && at >= stopped.at) conversation.stopped = null;
	}
}

/** Notes that the customer stopped marketing, or wants it again. */
export function noteMarketingWish(conversation: Conversation, stop: boolean, at: number): void {
	if (conversation.marketingWishAt !== null && at < conversation.marketingWishAt) return;
	conversation.marketingWishAt = at;
	conversation.marketingStopped = stop;
}
