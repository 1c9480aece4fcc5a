import type { Insert } from './insert.ts';
import { followUpRow, messageRow, type Sentence } from './rows.ts';
import { ACCOUNT, channelOf, HOUR_MS, NASTY, ONE } from './sample.ts';

const NAMES = ['Ana', 'Luis', 'Camila', 'Jorge', 'Valentina', 'Andrés', 'Lucía', 'Mateo'];

/** A customer, with the message that the silence began after. */
export function fillCustomer(insert: Insert, n: number, wrote: number): void {
	const channel = channelOf(n);
	const name = n === 1 ? NASTY.name : n === 2 ? ONE.name : `${NAMES[n % NAMES.length]} ${n}`;
	const phone = n === 2 ? ONE.phone : channel === 'whatsapp' ? String(573_000_000_000 + n) : null;
	insert('conversations', {
		...{ id: n, channel, account: ACCOUNT, contact: `C.${n}`, phone, name, created_at: wrote },
		...{ last_inbound_at: wrote, last_inbound_id: `in.${n}`, window_opened_at: wrote },
		...{ window_opened_by: 'message', last_outbound_at: wrote + 60_000, last_outbound_by: 'application' },
	});
	insert('contact_aliases', { channel, account: ACCOUNT, alias: `C.${n}`, conversation_id: n });
	insert('messages', messageRow(n, `in.${n}`, 'in', wrote, n === 1 ? NASTY.text : 'Hola, quisiera una cita'));
}

/** A follow-up that is scheduled for a customer; those in the quiet hours were moved. */
export function fillLive(insert: Insert, n: number, now: number, sentence: Sentence): void {
	const dueAt = now + (1 + (n % 48)) * HOUR_MS;
	const isMoved = n % 5 === 0;
	const why = isMoved ? [{ code: 'quiet_hours', sentence: sentence('quiet_hours') }] : [];
	insert('scheduled_follow_ups', {
		...followUpRow(`live.${n}`, n, now - (n % 20) * HOUR_MS),
		...{ state: 'scheduled', reason_code: 'planned', reason: sentence('planned') },
		anchor_id: `in.${n}`,
		...{ requested_at: dueAt - (isMoved ? 2 * HOUR_MS : 0), allowed_at: dueAt, due_at: dueAt },
		reasons_json: JSON.stringify(why),
	});
}
