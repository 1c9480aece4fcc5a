import type { Conversation } from '../ledger.ts';
import type { Context } from '../context.ts';

/** Tells watchers that a conversation changed in the ledger. */
export function tellConversation(context: Context, conversation: Conversation): void {
	context.ledger.tell({ type: 'conversation', conversation });
}
