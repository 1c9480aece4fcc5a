import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Effects } from '../contacts/effects.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import type { Db } from '../database/db.ts';
import { applyCorrection } from './correction.ts';
import { applyHistory } from './history.ts';
import { applyIdentity } from './identity.ts';
import { applyEcho, applyInbound } from './messages.ts';
import { applyPreference } from './preference.ts';
import { applyReceipt } from './statuses/receipt.ts';
import { applyHandover, applyStandby } from './thread-owner.ts';
import { applyUnknown } from './unknown.ts';
import { applyStatus } from './statuses/status.ts';
import type { StatusBook } from './statuses/status-book.ts';

/** Applies one event; returns the conversation it belongs to, if it belongs to one. */
export async function apply(
	tx: Db,
	unit: UnitOfWork,
	book: StatusBook,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number | undefined> {
	switch (event.kind) {
		case 'message':
		case 'postback':
		case 'call':
		case 'reaction':
		case 'referral':
			return await applyInbound(tx, unit, event, effects, now);
		case 'echo':
			return await applyEcho(tx, unit, event, effects, now);
		case 'status':
			return event.status
				? await applyStatus(tx, unit, book, event, effects, now)
				: await applyReceipt(tx, unit, event, now);
		case 'read':
			return await applyReceipt(tx, unit, event, now);
		case 'standby':
			return await applyStandby(tx, unit, event, effects, now);
		case 'handover':
			return await applyHandover(tx, unit, event, effects);
		case 'history':
			return await applyHistory(tx, unit, event, effects, now);
		case 'preference':
			return await applyPreference(unit, event, now);
		case 'identity':
			return await applyIdentity(tx, unit, event, now);
		default:
			if (event.correction) return await applyCorrection(tx, unit, event, effects, now);
			return event.unknownType ? await applyUnknown(tx, unit, event, effects, now) : undefined;
	}
}
