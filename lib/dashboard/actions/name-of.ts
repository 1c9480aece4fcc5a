import type { Store } from '../../store/store.ts';
import { person } from '../load/rows.ts';

/** What a customer is called on the page. */
export async function nameOf(store: Pick<Store, 'conversation'>, key: string): Promise<string> {
	const conversation = await store.conversation(key);
	return conversation ? person(key, conversation, conversation.contact).name : key;
}
