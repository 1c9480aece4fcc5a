import { reason } from '../../follow-up/reasons/index.ts';
import { storedChatbot } from '../chatbots/stored-chatbot.ts';
import { conversationById } from '../conversations/find.ts';
import type { Db } from '../database/db.ts';
import type { ScheduledRow } from '../database/schema.ts';
import { endLive } from './end-live.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * A person of the business goes on with this customer: no chatbot follows up for as long as is set, unless somebody has
 * paused the conversation for longer already. What is scheduled ends.
 */
export async function handOverToPerson(
	tx: Db,
	{ conversation_id, chatbot }: Pick<ScheduledRow, 'conversation_id' | 'chatbot'>,
	why: string,
	now: Date,
): Promise<void> {
	const conversation = await conversationById(tx, conversation_id);
	const days = (await storedChatbot(tx, chatbot))?.settings.handOverPauseDays ?? 0;
	const until = days === 0 ? null : now.getTime() + days * DAY_MS;
	if (!conversation) return;
	const { paused_at, paused_until } = conversation;
	const isLonger = paused_at !== null && (paused_until === null || (until !== null && paused_until >= until));
	if (!isLonger)
		await tx
			.updateTable('conversations')
			.set({ paused_at: now.getTime(), paused_until: until, pause_reason: why })
			.where('id', '=', conversation_id)
			.execute();
	await endLive(tx, conversation_id, reason('paused', `The conversation is paused: ${why}`), now);
}
