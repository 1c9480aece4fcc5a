import { reason } from '../../follow-up/reasons/index.ts';
import { isAnswer } from '../../messaging/answering-reaction.ts';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { chatbotsWithoutReactions } from '../chatbots/settings-of-all.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { ConversationRow } from '../database/schema.ts';
import { endLive } from '../queue/end-live.ts';
import type { Effects } from './effects.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const DIRECTION = fixedQuery((db, value: ValuesOf<{ conversationId: number; messageId: string }>) =>
	db
		.selectFrom('messages')
		.select('direction')
		.where('conversation_id', '=', value('conversationId'))
		.where('message_id', '=', value('messageId')),
);

/**
 * A reaction that can be an answer ends what is planned for the silence before it. It begins no silence: nothing is
 * planned after it. One to a message that is not known here is taken for one to the business, whose older messages and
 * those of other applications are not all known.
 */
export async function applyReaction(
	tx: Db,
	unit: UnitOfWork,
	row: ConversationRow,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<void> {
	const { text, replyTo } = event.message ?? {};
	if (!isAnswer(text)) return;
	const about = replyTo && (await DIRECTION.first(tx, { conversationId: row.id, messageId: replyTo }));
	if (about && about.direction === 'in') return;
	const at = Date.parse(event.at);
	if (at > (row.reacted_at ?? 0)) unit.change(row, { reacted_at: at });
	effects.cancelled += await endLive(tx, row.id, reason('cancelled_reaction'), now, {
		plannedBefore: { at, id: event.id },
		notOf: await chatbotsWithoutReactions(tx),
	});
}
