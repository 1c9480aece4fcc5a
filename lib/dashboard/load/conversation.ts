import type { Now } from '../../store/database/now.ts';
import type { Store } from '../../store/store.ts';
import type { DashboardQuery } from '../query.ts';
import type { ConversationDetail, NamedChatbot } from '../view.ts';
import { conversationRow, followUpRow } from './rows.ts';
import { whatNow } from './what-now.ts';

/** How many messages one look shows; each further page shows as many older ones besides. */
const MESSAGES = 30;
/** More messages than a person reads on one page. */
const MESSAGES_MAX = 600;
/** More than a conversation has live. */
const SCHEDULED = 50;
const ENDED = 10;

/** One conversation with all that is known of it; undefined if nobody knows it. */
export async function conversationDetail(
	store: Store,
	chatbots: NamedChatbot[],
	{ conversation: asked, page, check }: DashboardQuery,
	now: Now,
): Promise<ConversationDetail | undefined> {
	const conversation = asked === undefined ? undefined : await store.conversation(asked);
	if (!conversation) return undefined;
	const { key } = conversation;
	const limit = Math.min(MESSAGES_MAX, MESSAGES * page);
	const [messages, scheduled, ended] = await Promise.all([
		store.transcript(key, limit + 1),
		store.listScheduled({ conversation: key }, { limit: SCHEDULED }),
		store.listActivity({ conversation: key }, { limit: ENDED }),
	]);
	const isAsked = check === 'now';
	const own = new Set([...scheduled.items, ...ended.items].map(({ chatbot }) => chatbot));
	// Chatbots that never planned anything here answer elsewhere; with none of them known, all are asked.
	const asking = own.size > 0 ? chatbots.filter(({ id }) => own.has(id)) : chatbots;
	return {
		row: conversationRow({ ...conversation, scheduled: scheduled.total }, now),
		account: conversation.account,
		messages: messages.slice(-limit),
		hasOlder: messages.length > limit && limit < MESSAGES_MAX,
		scheduledRows: scheduled.items.map(followUpRow),
		logRows: ended.items.map(followUpRow),
		...(isAsked
			? { whatNow: await whatNow(store, { conversation, chatbots: asking, scheduled: scheduled.items, now }) }
			: {}),
	};
}
