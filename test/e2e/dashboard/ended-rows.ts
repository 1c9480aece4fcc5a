import type { Insert } from './insert.ts';
import { followUpRow, messageRow, type Sentence } from './rows.ts';
import {
	ACCOUNT,
	chance,
	channelOf,
	DAY_MS,
	FOLLOW_UPS,
	HOUR_MS,
	NASTY,
	EARLIER,
	SCHEDULED,
} from './sample.ts';

const ENDINGS = ['cancelled_reply', 'not_triggered', 'held_out', 'stopped', 'window_closed'] as const;

/** Most of them are of customers who have not written lately, some of the two that the checks look for. */
function conversationOf(n: number): number {
	return n <= 10 ? 1 + (n % 2) : SCHEDULED + 1 + (n % EARLIER);
}

/** One that was sent or ended in the last four weeks, in the daytime of Bogotá; most replies come in the evening. */
export function fillEnded(insert: Insert, n: number, now: number, sentence: Sentence): void {
	const conversation = conversationOf(n);
	const channel = channelOf(conversation);
	const hour = 8 + 12 * chance(n, 1);
	const today = Math.floor((now - 5 * HOUR_MS) / DAY_MS) * DAY_MS + 5 * HOUR_MS;
	const at = Math.floor(today - (1 + Math.floor(27 * chance(n, 2))) * DAY_MS + hour * HOUR_MS);
	const followUp = FOLLOW_UPS[Math.floor(FOLLOW_UPS.length * chance(n, 3) ** 1.4)] ?? FOLLOW_UPS[0];
	const row = followUpRow(`over.${n}`, conversation, at - 4 * HOUR_MS, followUp);
	const repliesAt = at + Math.round(-Math.log(1 - chance(n, 4)) * 1.5 * HOUR_MS) + 60_000;
	if (conversation > 2 && chance(n, 5) < 0.55) {
		const code = ENDINGS[Math.floor(ENDINGS.length * chance(n, 6) ** 2)] ?? 'stopped';
		insert('scheduled_follow_ups', {
			...{ ...row, state: 'ended', reason_code: code, reason: sentence(code), ended_at: at, updated_at: at },
		});
		if (code === 'held_out' && chance(n, 7) < 0.14)
			insert('messages', messageRow(conversation, `alone.${n}`, 'in', repliesAt, 'Hola, sigo interesado'));
		return;
	}
	const isDelivered = chance(n, 13) < 0.96;
	const isRead = isDelivered && chance(n, 8) < 0.75;
	const isReplied = isRead && chance(n, 9) < 0.2 + (hour - 8) / 30;
	const code = isReplied ? 'customer_replied' : 'status_update';
	const text = conversation === 1 ? NASTY.text : 'Hola, ¿seguimos con tu cita?';
	insert('scheduled_follow_ups', {
		...{ ...row, state: isReplied ? 'replied' : isRead ? 'read' : isDelivered ? 'delivered' : 'sent' },
		...{
			reason_code: code,
			reason: sentence(code),
			accepted_at: at,
			sent_at: at,
			delivered_at: isDelivered ? at + 5_000 : null,
		},
		...{ read_at: isRead ? at + 60_000 : null, replied_at: isReplied ? repliesAt : null },
		...{ content_json: JSON.stringify({ kind: 'text', text }), message_id: `out.${n}`, updated_at: at },
	});
	const cost = channel === 'whatsapp' && chance(n, 10) < 0.4 ? 12_500 : 0;
	insert('message_costs', {
		...{ message_id: `out.${n}`, channel, account: ACCOUNT, scheduled_id: row.id, at, currency: 'USD' },
		...{ estimate_low: cost, estimate_high: cost, actual: chance(n, 11) < 0.8 ? cost : null },
	});
	if (!isReplied) return;
	insert('messages', messageRow(conversation, `reply.${n}`, 'in', repliesAt, 'Sí, el martes'));
	if (chance(n, 12) < 0.25)
		insert('conversions', { conversation_id: conversation, at: repliesAt + HOUR_MS, reference: `sale.${n}` });
}
