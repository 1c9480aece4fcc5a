import { isDeadLetter } from '../../../follow-up/dead-letters.ts';
import { reason } from '../../../follow-up/reasons/index.ts';
import { RefusedError, type Told } from '../../../messaging/refused-error.ts';
import type { Db } from '../../database/db.ts';
import { DEAD_LETTER, LIVE } from '../../database/state-conditions.ts';
import { conversationById } from '../../conversations/find.ts';
import { isOvertaken } from '../../queue/overtaken.ts';
import type { ScheduledWithAddress } from '../../queue/scheduled-row.ts';
import { transition } from '../../queue/transition.ts';
import { askAgain } from './ask-again.ts';

export function isDead({ state, reason_code }: ScheduledWithAddress): boolean {
	return isDeadLetter({ state, code: reason_code });
}

/**
 * Makes a follow-up due again that could not be brought to an end. It is decided anew, from the beginning.
 * @throws RefusedError when it would fit no more, or when another one has its place.
 */
export async function sendAgain(tx: Db, row: ScheduledWithAddress, now: Date): Promise<void> {
	const conversation = await conversationById(tx, row.conversation_id);
	if (!conversation || isOvertaken(row, conversation))
		throw refused(row, 'The customer has written since', 'What fits now is planned from that message', {
			code: 'writtenSince',
		});
	if (await placeTaken(tx, row))
		throw refused(row, 'It is planned again already', 'Send that one: Scheduled shows it', {
			code: 'plannedAgain',
			values: { followUp: row.name },
		});
	const { result } = await askAgain(tx, row, now, now);
	if (result.kind === 'end')
		throw refused(row, result.reason.sentence, 'It stays as it is. Change what the reason names', {
			code: 'cannotSendAgain',
			values: { followUp: row.name, reason: result.reason.code },
		});
	const changes = {
		...{ due_at: now.getTime(), first_due_at: null, attempts: 0, ended_at: null },
		...{ decision_json: null, content_json: null, error_json: null },
	};
	const why = reason('due_now_by_user');
	await transition(
		tx,
		{ id: row.id, from: row.state, to: 'scheduled', reason: why, changes, byHand: true },
		now,
	);
}

async function placeTaken(tx: Db, { conversation_id, chatbot, follow_up }: ScheduledWithAddress) {
	const other = await tx
		.selectFrom('scheduled_follow_ups')
		.select('id')
		.where('conversation_id', '=', conversation_id)
		.where('chatbot', '=', chatbot)
		.where('follow_up', '=', follow_up)
		.where(LIVE)
		.executeTakeFirst();
	return other !== undefined;
}

function refused({ name }: ScheduledWithAddress, why: string, advice: string, told: Told): RefusedError {
	return new RefusedError(`The follow-up "${name}" cannot be sent again: ${why}`, advice, told);
}

/** How many follow-ups could not be brought to an end since then. */
export async function countDeadLetters(db: Db, since: Date): Promise<number> {
	const { count } = await db
		.selectFrom('scheduled_follow_ups')
		.select((row) => row.fn.countAll<number>().as('count'))
		.where(DEAD_LETTER)
		.where('updated_at', '>=', since.getTime())
		.executeTakeFirstOrThrow();
	return Number(count);
}
