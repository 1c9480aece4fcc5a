import { isLive } from '../../../follow-up/lifecycle.ts';
import { reason, type Reason } from '../../../follow-up/reasons/index.ts';
import type { Db } from '../../database/db.ts';
import { lockScheduled, findScheduled } from '../../queue/find-scheduled.ts';
import { scheduledFrom } from '../../queue/scheduled-row.ts';
import { type ScheduledWithAddress } from '../../queue/scheduled-row.ts';
import { transition } from '../../queue/transition.ts';
import { askAgain } from './ask-again.ts';
import { isDead, sendAgain } from './dead-letters.ts';
import { requireAhead } from '../moments.ts';
import { moveTo } from './move.ts';
import { RefusedError } from '../../../messaging/refused-error.ts';
import type { ChangedFollowUp } from '../types.ts';

/**
 * Ends one follow-up that is scheduled or being decided on.
 * @throws RefusedError when there is none, or when it is over or on its way to Meta.
 */
export async function cancelOne(db: Db, id: string, note: string | undefined, now: Date) {
	return await change(db, id, async (tx, row) => {
		const from = row.state;
		if (from !== 'scheduled' && from !== 'claimed') throw isOnItsWay(row);
		const why = reason('cancelled_by_user', note ? `It was cancelled: ${note}` : undefined);
		await transition(tx, { id, from, to: 'ended', reason: why }, now);
		return [why];
	});
}

/**
 * Makes a follow-up due at once, also one that could not be brought to an end. What happens then is decided as ever: by the
 * rules and, where it is asked, by the AI.
 * @throws RefusedError when there is none, when it is not waiting, or when it would fit no more.
 */
export async function makeDue(db: Db, id: string, now: Date): Promise<ChangedFollowUp> {
	return await changeAny(db, id, async (tx, row) => {
		if (isDead(row)) {
			await sendAgain(tx, row, now);
			return [];
		}
		if (!isLive(row.state)) throw isOver(row);
		requireWaiting(row);
		const { result } = await askAgain(tx, row, now, now);
		await moveTo(tx, row, now, [reason('due_now_by_user')], now);
		return result.kind === 'end' ? [result.reason] : result.reasons;
	});
}

/**
 * Moves a follow-up to another time, or to the next one after it that the rules allow.
 * @throws RefusedError when there is none, when it is not waiting, or when it could not go at that time.
 */
export async function reschedule(db: Db, id: string, dueAt: Date, now: Date): Promise<ChangedFollowUp> {
	return await change(db, id, async (tx, row) => {
		requireWaiting(row);
		const wanted = dueAt.toISOString();
		requireAhead(dueAt, now, 'Give a time that lies ahead, or use Send Now');
		const { result, latest } = await askAgain(tx, row, dueAt, now);
		if (result.kind === 'end' || (latest && result.at > latest)) {
			const why = result.kind === 'end' ? result.reason : reason('window_closed');
			const isTooLate = latest !== undefined && dueAt > latest;
			throw new RefusedError(
				`The follow-up "${row.name}" cannot be moved to ${wanted}: ${why.sentence}`,
				isTooLate
					? `The last safe moment before the messaging window closes is ${latest.toISOString()}. Later than that only a WhatsApp template may go.`
					: 'It stays as it was. Give another time, or change what the reason names.',
				isTooLate
					? { code: 'tooLate', values: { followUp: row.name, latest: latest.toISOString() } }
					: { code: 'cannotMove', values: { followUp: row.name, at: wanted, reason: why.code } },
			);
		}
		const why = reason('moved_by_user');
		const changes = { requested_at: dueAt.getTime(), allowed_at: dueAt.getTime() };
		await moveTo(tx, row, result.at, [why, ...result.reasons], now, changes);
		return result.reasons;
	});
}

async function change(
	db: Db,
	id: string,
	work: (tx: Db, row: ScheduledWithAddress) => Promise<Reason[]>,
): Promise<ChangedFollowUp> {
	return await changeAny(db, id, async (tx, row) => {
		if (!isLive(row.state)) throw isOver(row);
		return await work(tx, row);
	});
}

async function changeAny(
	db: Db,
	id: string,
	work: (tx: Db, row: ScheduledWithAddress) => Promise<Reason[]>,
): Promise<ChangedFollowUp> {
	return await db.transaction().execute(async (tx) => {
		const row = await lockScheduled(tx, id);
		if (!row)
			throw new RefusedError(
				`There is no scheduled follow-up with the ID "${id}"`,
				'Scheduled Follow-Up: Get Many lists them with their IDs (scheduledId); what is over is deleted after the retention time',
				{ code: 'scheduledGone' },
			);
		const reasons = await work(tx, row);
		const after = scheduledFrom((await findScheduled(tx, id)) as ScheduledWithAddress);
		return { followUp: after, reasons };
	});
}

function requireWaiting(row: ScheduledWithAddress): void {
	if (row.state === 'sending') throw isOnItsWay(row);
	if (row.state === 'claimed')
		throw new RefusedError(
			`The follow-up "${row.name}" is due and being decided on at this moment`,
			'Nothing was changed. Look at it again in a minute.',
			{ code: 'beingDecided', values: { followUp: row.name } },
		);
}

function isOnItsWay({ name }: ScheduledWithAddress): RefusedError {
	return new RefusedError(
		`The follow-up "${name}" is on its way to Meta at this moment`,
		'It cannot be held back any more; what becomes of it stands in its log',
		{ code: 'onItsWay', values: { followUp: name } },
	);
}

function isOver({ name, state, reason: why, reason_code, updated_at }: ScheduledWithAddress): RefusedError {
	const at = new Date(updated_at).toISOString();
	return new RefusedError(
		`The follow-up "${name}" is over: its state is "${state}" since ${at} (${why})`,
		'Only what is still scheduled can be changed',
		{ code: 'over', values: { followUp: name, state, at, reason: reason_code } },
	);
}
