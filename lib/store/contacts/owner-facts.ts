import { ownerAfterOurs, ownerAfterTheirs } from '../conversations/owner-facts.ts';
import type { ConversationRow } from '../database/schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Another app owns the thread at that moment. The newest news decides, in whatever order it comes in, and the thread is
 * theirs since the first news of it after the last that it was ours.
 */
export function noteThreadIsTheirs(unit: UnitOfWork, row: ConversationRow, at: number): void {
	const changes = ownerAfterTheirs(row, at);
	if (changes) unit.change(row, changes);
}

/**
 * The thread is ours at that moment, or nobody's: it was handed to us, we sent a message that takes it, or Meta delivered a
 * customer's message in the ordinary way and not as `standby`, which it does only then. WhatsApp's times are whole seconds:
 * an agent says goodbye and hands over in one, so of two in the same second this one counts.
 * @returns whether another app owned it until then.
 */
export function noteThreadIsOurs(unit: UnitOfWork, row: ConversationRow, at: number): boolean {
	const wasTheirs = row.owned_by_other_since !== null;
	const changes = ownerAfterOurs(row, at);
	if (changes) unit.change(row, changes);
	return wasTheirs && row.owned_by_other_since === null;
}
