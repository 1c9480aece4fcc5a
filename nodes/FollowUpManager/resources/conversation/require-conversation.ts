import { unknownConversation, type ConversationWithHistory, type Store } from '../../../../lib/index.ts';

/** @throws RefusedError when there is no such conversation. */
export async function requireConversation(store: Store, key: string): Promise<ConversationWithHistory> {
	const found = await store.conversation(key);
	if (!found) throw unknownConversation(key);
	return found;
}
