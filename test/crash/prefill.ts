import { asNow } from '../../lib/store/database/now.ts';
import type { Database } from './databases.ts';
import type { CrashSandbox } from './sandbox.ts';

const HOUR_MS = 60 * 60_000;
const CHANNELS = ['whatsapp', 'messenger', 'instagram'] as const;
const AT_ONCE = 25;

interface Delivered {
	deliveries: { id: string }[];
}

/** What the customers are to have said, and to whom. */
export interface Prefill {
	count: number;
	/** The platforms in turn; all three if left out. */
	channels?: readonly ('whatsapp' | 'messenger' | 'instagram')[];
	/** As the workflow's Follow-Up Evaluate defines it. */
	chatbot: { id: string; stopCondition: string; followUps: object[] };
	/** When the customers wrote. */
	hoursAgo: number;
	asked: string;
	answered: string;
}

/** A customer with one follow-up that is due. */
export interface Person {
	followUp: string;
	/** The ID in the sandbox's ledger. */
	customer: string;
	/** The key of the conversation in the store. */
	conversation: string;
}

/**
 * Customers of all three platforms who wrote some hours ago, were answered and fell silent, each with one follow-up that
 * is due. What they wrote goes into the sandbox's ledger and, by the very webhook bodies, into the store.
 */
export async function prefill(database: Database, sandbox: CrashSandbox, input: Prefill): Promise<Person[]> {
	const { parseWebhook, parseChatbot, planFollowUps, conversationKey } = database.engine;
	const { count, hoursAgo } = input;
	const wroteAt = new Date(Date.now() - hoursAgo * HOUR_MS);
	return await database.use(async (store) => {
		const chatbot = await store.registerChatbot(
			parseChatbot(input.chatbot),
			asNow(new Date(wroteAt.getTime() - HOUR_MS)),
		);
		const people: Person[] = [];
		for (let start = 0; start < count; start += AT_ONCE) {
			const customers = await Promise.all(
				Array.from(
					{ length: Math.min(AT_ONCE, count - start) },
					async (_, n) => await silentCustomer(sandbox, start + n, input, wroteAt),
				),
			);
			const taken = customers.map(({ customer, bodies }) => ({
				customer,
				events: bodies.flatMap((body) => parseWebhook(body).events),
			}));
			await store.ingest(
				taken.flatMap(({ events }) => events),
				asNow(new Date()),
			);
			for (const { customer, events } of taken) {
				const [{ channel, account, contact }] = events as [(typeof events)[number]];
				const key = conversationKey({ channel, account, contact: contact.id });
				const conversation = await store.conversation(key);
				if (!conversation) throw new Error(`The store did not take in what customer ${customer} wrote`);
				const { planned } = planFollowUps({ chatbot, conversation, now: new Date() });
				const { scheduled } = await store.schedule(planned, asNow(new Date()));
				people.push(...scheduled.map(({ id }) => ({ followUp: id, customer, conversation: key })));
			}
		}
		if (people.length !== count)
			throw new Error(`${people.length} follow-ups were scheduled instead of ${count}`);
		return people;
	});
}

async function silentCustomer(
	sandbox: CrashSandbox,
	index: number,
	{ asked, answered, channels = CHANNELS }: Prefill,
	wroteAt: Date,
): Promise<{ customer: string; bodies: unknown[] }> {
	const { id: customer } = await sandbox.call<{ id: string }>('POST', '/customers', {
		name: `Customer ${index + 1}`,
		channel: channels[index % channels.length],
	});
	const message = { text: asked, at: wroteAt.toISOString() };
	const first = await deliveriesOf(sandbox, customer, 'messages', message);
	const second = await deliveriesOf(sandbox, customer, 'business', { text: answered });
	return { customer, bodies: [...first, ...second] };
}

async function deliveriesOf(
	sandbox: CrashSandbox,
	customer: string,
	what: 'messages' | 'business',
	input: object,
): Promise<unknown[]> {
	const path = `/customers/${customer}/${what}`;
	const { deliveries } = await sandbox.call<Delivered>('POST', path, { ...input, wait: true });
	return await Promise.all(
		deliveries.map(async ({ id }) => {
			const { body } = await sandbox.call<{ body: string }>('GET', `/deliveries/${id}`);
			return JSON.parse(body) as unknown;
		}),
	);
}
