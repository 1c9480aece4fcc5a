import { asNow, type Now } from '../../../lib/store/database/now.ts';
import type { Engine } from '../built-engine.ts';
import type { BenchDatabase } from './database.ts';

export const CHATBOT = 'bench';
export const SOURCE = { id: 'bench:Plan and decide', version: '1' };
export const ACCOUNTS = 10;
const HOUR_MS = 3_600_000;
export const DELAY_HOURS = 4;
/** All are due, evenly over the last hours: the worst backlog there can be, with the windows still open. */
const DUE_HOURS = 12;

const SETTINGS = { minimumGapMinutes: 0 };
const FOLLOW_UP = {
	...{ id: 'reminder', name: 'Reminder', colour: 'blue' as const },
	...{ delay: DELAY_HOURS, delayUnit: 'hours' as const, messageSource: 'fixed' as const },
	description: 'When a customer asks for an appointment and does not confirm it',
	message: 'Shall we go ahead with your appointment?',
};

/** The chatbot of all conversations. */
export function benchChatbot({ parseChatbot }: Pick<Engine, 'parseChatbot'>) {
	return parseChatbot({
		...{ id: CHATBOT, stopCondition: 'When the customer confirms', settings: SETTINGS },
		followUps: [FOLLOW_UP],
	});
}

/** The account and the contact of the conversation with this number. */
export function addressOf(number: number): { channel: 'whatsapp'; account: string; contact: string } {
	return {
		channel: 'whatsapp',
		account: `2100000000000${String(number % ACCOUNTS).padStart(2, '0')}`,
		contact: `57${String(number).padStart(10, '0')}`,
	};
}

/**
 * So many conversations, each with a customer message, the business's answer and one scheduled follow-up: the rows that a
 * webhook and a plan leave, written by SQL because the engine would take an hour for a million.
 */
export async function fill(database: BenchDatabase, engine: Engine, count: number, now: Now): Promise<void> {
	const activated = asNow(new Date(now.getTime() - 48 * HOUR_MS));
	await database.store.registerChatbot(benchChatbot(engine), activated, SOURCE);
	const indexes = await database.indexes();
	for (const { name } of indexes) await database.run(`drop index ${name}`);
	await database.run('begin');
	for (const statement of statements(count, now.getTime())) await database.run(statement);
	await database.run('commit');
	for (const { create } of indexes) await database.run(create);
	await database.settle();
}

/** Only `numbers` and the sequences differ between the databases; `md5` gives IDs as scattered as real ones. */
function statements(count: number, now: number): string[] {
	const step = (DUE_HOURS * HOUR_MS) / count;
	const due = `cast(${now} - ${DUE_HOURS * HOUR_MS} + i * ${step} as bigint)`;
	const wrote = `(${due} - ${DELAY_HOURS * HOUR_MS})`;
	const two = (value: string) => `substr(cast(100 + ${value} as text), 2)`;
	const account = `'2100000000000' || ${two(`i % ${ACCOUNTS}`)}`;
	const contact = `'57' || substr(cast(10000000000 + i as text), 2)`;
	const anchor = `'wamid.' || md5('in' || i)`;
	const numbers = `with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < ${count})`;
	const message = (direction: string, author: string, id: string, at: string, text: string) =>
		`insert into messages (conversation_id, message_id, direction, author, type, text, at)
		${numbers} select i, ${id}, '${direction}', '${author}', 'text', '${text}', ${at} from numbers`;
	return [
		`insert into conversations (channel, account, contact, phone, name, created_at, last_inbound_at, last_inbound_id,
			window_opened_at, window_opened_by, last_outbound_at, last_outbound_by)
		${numbers} select 'whatsapp', ${account}, ${contact}, ${contact}, 'Customer ' || i, ${wrote}, ${wrote}, ${anchor},
			${wrote}, 'message', ${wrote} + 60000, 'application' from numbers`,
		`insert into contact_aliases (channel, account, alias, conversation_id)
		${numbers} select 'whatsapp', ${account}, ${contact}, i from numbers`,
		message('in', 'customer', anchor, wrote, 'I would like an appointment'),
		message('out', 'application', `'wamid.' || md5('out' || i)`, `${wrote} + 60000`, 'Which day suits you?'),
		`insert into seen_events (id, seen_at)
		${numbers} select 'whatsapp:' || ${account} || ':message:' || ${anchor}, ${wrote} from numbers`,
		`insert into scheduled_follow_ups (id, conversation_id, lane, chatbot, follow_up, name, colour, state, reason_code,
			reason, anchor_id, anchor_at, requested_at, allowed_at, due_at, reasons_json, attempts, created_at, updated_at)
		${numbers} select md5('f' || i), i, 'whatsapp:' || ${account}, '${CHATBOT}', 'reminder', 'Reminder', 'blue',
			'scheduled', 'planned', 'Planned', ${anchor}, ${wrote}, ${due}, ${due}, ${due}, '[]', 0, ${wrote}, ${wrote}
			from numbers`,
		`insert into audit_log (at, scheduled_id, to_state, reason_code)
		${numbers} select ${wrote}, md5('f' || i), 'scheduled', 'planned' from numbers`,
	];
}
