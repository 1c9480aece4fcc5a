import { createHash } from 'node:crypto';
import type { Db } from '../database/db.ts';
import { partsOf } from '../database/parts.ts';

/**
 * WhatsApp keeps a message so long for a phone that is switched off; then its last status comes. Source: WhatsApp Help
 * Center, "About delivery"; read 2026-11-30.
 */
const LAST_STATUS_MS = 30 * 24 * 60 * 60_000;

/**
 * Of a deleted customer the IDs of the messages are remembered, as hashes that lead to nobody: Meta goes on telling what
 * became of them, and each of these statuses would begin the transcript or the costs anew.
 */
export async function forgetMessages(tx: Db, messageIds: readonly string[], now: Date): Promise<void> {
	// Marks of webhooks go by their age; these stay longer by this.
	const seen_at = now.getTime() + LAST_STATUS_MS;
	const ids = [...new Set(messageIds)].map(goneId).sort();
	for (const some of partsOf(ids))
		await tx
			.insertInto('seen_events')
			.values(some.map((id) => ({ id, seen_at })))
			.onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at }))
			.execute();
}

/** Which of these messages were a customer's who was deleted. */
export async function goneMessages(tx: Db, messageIds: readonly string[]): Promise<Set<string>> {
	const byMark = new Map(messageIds.map((id) => [goneId(id), id]));
	const gone = new Set<string>();
	for (const some of partsOf([...byMark.keys()])) {
		const rows = await tx.selectFrom('seen_events').select('id').where('id', 'in', some).execute();
		for (const { id } of rows) gone.add(byMark.get(id) as string);
	}
	return gone;
}

/** What the marks of gone messages begin with, among those of webhooks. */
export const GONE = 'gone|';

function goneId(messageId: string): string {
	return `${GONE}${createHash('sha256').update(messageId).digest('base64url')}`;
}
