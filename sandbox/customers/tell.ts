import type { Conversation } from '../books.ts';
import type { Context } from '../context.ts';

/** Tells watchers that a conversation's books changed. */
export function tellConversation(context: Context, conversation: Conversation): void {
	context.books.tell({ type: 'conversation', conversation });
}
