import type { ConversationRow } from '../database/schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Another app owns the thread since then. What came late, from before the customer last wrote to us, is history. The first
 * moment stays: it says since when.
 */
export function noteThreadIsTheirs(unit: UnitOfWork, row: ConversationRow, at: number): void {
	if (row.owned_by_other_since !== null || at < (row.last_inbound_at ?? 0)) return;
	unit.change(row, { owned_by_other_since: at });
}

/**
 * The thread is ours, or nobody's: it was handed to us, or Meta delivered a customer's message as `messaging` and not as
 * `standby`, which it does only then.
 */
export function noteThreadIsOurs(unit: UnitOfWork, row: ConversationRow, at: number): void {
	if (row.owned_by_other_since === null || at < row.owned_by_other_since) return;
	unit.change(row, { owned_by_other_since: null });
}
