import { Prices } from '../accounts/costs.ts';
import { randomUUID } from 'node:crypto';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { parseConversationKey } from '../../messaging/conversation-key.ts';
import type { Db } from '../database/db.ts';
import { extraOptOutWords } from '../chatbots/settings-of-all.ts';
import { namedByPeople } from '../contacts/named-by-people.ts';
import { UnitOfWork } from '../contacts/unit-of-work.ts';
import { customerSpoke } from '../contacts/customer-spoke.ts';
import type { Effects } from '../contacts/effects.ts';
import { keepNewestMessages, noteOutbound, insertMessage } from '../contacts/transcript.ts';
import { conversationsWithHistory } from '../conversations/facts.ts';
import type { ConversationToChange } from './change-conversation.ts';
import { pastMoment } from './moments.ts';
import { RefusedError } from '../../messaging/refused-error.ts';
import type { ChangedConversation } from './types.ts';

export interface MessageFromElsewhere {
	/** Who said it: another program of the business, a person of it, or the customer. */
	by: 'application' | 'person' | 'customer';
	text: string;
	/** When it was said; left out: now. */
	saidAt?: Date;
	/** What makes the same message recognisable when it is told twice. */
	messageId?: string;
}

/**
 * Takes a message into a conversation that Meta does not tell us of. It counts as spoken, so it breaks or begins a
 * silence; the messaging window it leaves alone, because for Meta only what goes through its own platforms counts.
 */
export async function addMessage(
	db: Db,
	{ key, contact }: ConversationToChange,
	message: MessageFromElsewhere,
	now: Date,
): Promise<ChangedConversation> {
	const { by, text, messageId = `added:${randomUUID()}` } = message;
	if (text.trim() === '') throw new RefusedError('The message has no text', 'Give what was said');
	const saidAt = pastMoment(message.saidAt, now, 'at which it was said');
	const { channel, account, contact: id } = parseConversationKey(key);
	const event: MessagingEvent = {
		kind: by === 'customer' ? 'message' : 'echo',
		id: messageId,
		...{ channel, account, contact: { id, ...contact } },
		at: saidAt.toISOString(),
		opensWindow: false,
		message: { id: messageId, type: 'text', text },
		raw: {},
	};
	return await db.transaction().execute(async (tx) => {
		const unit = new UnitOfWork(tx, now);
		const row = await namedByPeople(tx, unit, key, contact ?? {}, now);
		const isNew = await insertMessage(
			tx,
			unit,
			row,
			event,
			by === 'customer' ? 'in' : 'out',
			by === 'customer' ? 'customer' : by,
		);
		const optOutWords = await extraOptOutWords(tx);
		const effects: Effects = {
			cancelled: 0,
			...{ optOutWords, keepsFiles: false },
			ownAppIds: [],
			handedBack: new Set(),
			prices: new Prices(),
		};
		if (isNew && by === 'customer') await customerSpoke(tx, unit, row, event, effects, now);
		if (isNew && by !== 'customer') noteOutbound(unit, row, saidAt.getTime(), by);
		await unit.save();
		effects.cancelled += unit.heard.cancelled;
		await keepNewestMessages(tx, unit.grownIds());
		const [conversation] = await conversationsWithHistory(tx, [row]);
		return {
			conversation: conversation as ChangedConversation['conversation'],
			...{ changed: isNew, ended: effects.cancelled, moved: 0 },
			...(isNew ? {} : { note: `The message "${messageId}" was there before` }),
		};
	});
}
