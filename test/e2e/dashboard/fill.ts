import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { loadEngine } from '../../../scripts/store/engine.ts';

export const CHATBOT = 'citas';
export const ACCOUNT = '210000000000001';
export const PAUSED_ACCOUNT = '300000000000001';
export const SCHEDULED = 5_000;
export const ENDED = 20_000;

/** A customer as nobody wants one: markup for a name, and a formula and an expression for a message. */
export const NASTY = {
	name: '<img src=x onerror=alert(1)>',
	text: '=HYPERLINK("https://example.com";"{{ $env }}")</script><script>alert(2)</script>',
};
/** One customer among thousands. */
export const ONE = { name: 'Marcela Ríos', phone: '573009990001' };

export const FOLLOW_UPS = [
	{ id: 'cita', name: 'Recordatorio de cita pendiente - 4 horas', colour: 'blue' },
	{ id: 'oferta', name: 'Oferta sin respuesta', colour: 'orange' },
	{ id: 'postventa', name: 'Seguimiento post-venta', colour: 'green' },
	{ id: 'carrito', name: 'Producto abandonado', colour: 'purple' },
] as const;

const HOUR_MS = 3_600_000;
const NAMES = ['Ana', 'Luis', 'Camila', 'Jorge', 'Valentina', 'Andrés', 'Lucía', 'Mateo'];
const ENDINGS = ['cancelled_reply', 'not_triggered', 'held_out', 'stopped', 'window_closed'] as const;

/** Fills a new store: definitions through the engine, thousands of rows straight into the tables. */
export async function fillStore(userFolder: string): Promise<string> {
	const file = join(userFolder, '.n8n', 'meta-followup.sqlite');
	const { openStore, parseChatbot, reason } = await loadEngine();
	const store = await openStore({ kind: 'sqlite', file });
	const now = new Date();
	await store.registerChatbot(
		parseChatbot({
			id: CHATBOT,
			stopCondition:
				'Detener cuando el cliente confirma la cita, la cancela o dice que ya no está interesado',
			settings: { timeZone: 'America/Bogota', holdOutPercent: 10, activeLimit: 5 },
			followUps: FOLLOW_UPS.map((one, place) => ({
				...{ ...one, delay: [4, 6, 24, 2][place] ?? 4, messageSource: place === 0 ? 'fixed' : 'ai' },
				message: 'Hola, ¿seguimos con tu cita? Tenemos espacio en la mañana y en la tarde.',
				description: `Cuando el cliente preguntó, recibió respuesta y dejó de escribir (${one.name})`,
				...(place === 2 ? { platforms: ['whatsapp'] } : {}),
			})),
		}),
		new Date(now.getTime() - 60 * 24 * HOUR_MS),
	);
	await store.pauseAccount(
		{ channel: 'instagram', account: PAUSED_ACCOUNT },
		{ code: 190, reason: 'The access token is not valid any more (code 190). Make a new one.' },
		now,
	);
	await store.close();
	const database = new DatabaseSync(file);
	database.exec('begin');
	fillRows(database, now.getTime(), (code) => reason(code).sentence);
	database.exec('commit');
	database.exec('analyze');
	database.close();
	return file;
}

function fillRows(
	database: DatabaseSync,
	now: number,
	sentence: (code: (typeof ENDINGS)[number] | 'planned' | 'customer_replied' | 'status_update') => string,
): void {
	const insert = inserter(database);
	for (let n = 1; n <= SCHEDULED; n++) {
		const channel = (['whatsapp', 'instagram', 'messenger'] as const)[n % 3] ?? 'whatsapp';
		const wrote = now - (n % 20) * HOUR_MS;
		const name = n === 1 ? NASTY.name : n === 2 ? ONE.name : `${NAMES[n % NAMES.length]} ${n}`;
		const phone = n === 2 ? ONE.phone : channel === 'whatsapp' ? String(573_000_000_000 + n) : null;
		insert('conversations', {
			...{ id: n, channel, account: ACCOUNT, contact: `C.${n}`, phone, name, created_at: wrote },
			...{ last_inbound_at: wrote, last_inbound_id: `in.${n}`, window_opened_at: wrote },
			...{ window_opened_by: 'message', last_outbound_at: wrote + 60_000, last_outbound_by: 'application' },
		});
		insert('contact_aliases', { channel, account: ACCOUNT, alias: `C.${n}`, conversation_id: n });
		insert('messages', message(n, `in.${n}`, 'in', wrote, n === 1 ? NASTY.text : 'Hola, quisiera una cita'));
		const dueAt = now + (1 + (n % 48)) * HOUR_MS;
		const why =
			n % 5 === 0
				? [{ code: 'quiet_hours', sentence: 'It fell into the quiet hours, so it was moved to their end' }]
				: [];
		insert('scheduled_follow_ups', {
			...scheduled(`live.${n}`, n, channel, wrote),
			...{ state: 'scheduled', reason_code: 'planned', reason: sentence('planned') },
			...{ requested_at: dueAt - (why.length > 0 ? 2 * HOUR_MS : 0), allowed_at: dueAt, due_at: dueAt },
			reasons_json: JSON.stringify(why),
		});
	}
	for (let n = 1; n <= ENDED; n++) {
		const conversation = 1 + (n % SCHEDULED);
		const channel = (['whatsapp', 'instagram', 'messenger'] as const)[conversation % 3] ?? 'whatsapp';
		const at = now - HOUR_MS - (n % (28 * 24)) * HOUR_MS;
		const row = scheduled(`over.${n}`, conversation, channel, at - 4 * HOUR_MS, n);
		if ((n + Math.floor(n / SCHEDULED)) % 2 === 0) {
			const code = ENDINGS[(n / 2) % ENDINGS.length] ?? 'stopped';
			insert('scheduled_follow_ups', {
				...{
					...row,
					state: 'ended',
					reason_code: code,
					reason: sentence(code),
					ended_at: at,
					updated_at: at,
				},
			});
			continue;
		}
		const isReplied = n % 7 === 0;
		const code = isReplied ? 'customer_replied' : 'status_update';
		const text = conversation === 1 ? NASTY.text : 'Hola, ¿seguimos con tu cita?';
		insert('scheduled_follow_ups', {
			...{ ...row, state: isReplied ? 'replied' : n % 3 === 0 ? 'read' : 'delivered' },
			...{
				reason_code: code,
				reason: sentence(code),
				accepted_at: at,
				sent_at: at,
				delivered_at: at + 5_000,
			},
			...{ read_at: n % 3 === 0 ? at + 60_000 : null, replied_at: isReplied ? at + 900_000 : null },
			...{ content_json: JSON.stringify({ kind: 'text', text }), message_id: `out.${n}`, updated_at: at },
		});
		if (isReplied)
			insert('messages', message(conversation, `reply.${n}`, 'in', at + 900_000, 'Sí, el martes'));
	}
}

function scheduled(id: string, conversation: number, channel: string, anchorAt: number, n = conversation) {
	const followUp = FOLLOW_UPS[n % FOLLOW_UPS.length] ?? FOLLOW_UPS[0];
	return {
		...{ id, conversation_id: conversation, lane: `${channel}:${ACCOUNT}`, chatbot: CHATBOT },
		...{ follow_up: followUp.id, name: followUp.name, colour: followUp.colour, attempts: 0 },
		...{ anchor_id: `anchor.${id}`, anchor_at: anchorAt, created_at: anchorAt, updated_at: anchorAt },
		...{
			requested_at: anchorAt + 4 * HOUR_MS,
			allowed_at: anchorAt + 4 * HOUR_MS,
			due_at: anchorAt + 4 * HOUR_MS,
		},
		reasons_json: '[]',
	};
}

function message(conversation: number, id: string, direction: 'in' | 'out', at: number, text: string) {
	return {
		...{
			conversation_id: conversation,
			message_id: id,
			direction,
			author: 'customer',
			type: 'text',
			text,
			at,
		},
	};
}

type Insert = (table: string, row: Record<string, SQLInputValue>) => void;

/** One prepared statement per shape of a row. */
function inserter(database: DatabaseSync): Insert {
	const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
	return (table, row) => {
		const columns = Object.keys(row);
		const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
		if (!prepared.has(sql)) prepared.set(sql, database.prepare(sql));
		prepared.get(sql)?.run(...Object.values(row));
	};
}
