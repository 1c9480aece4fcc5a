import type { Database } from './databases.ts';
import type { CrashSandbox } from './sandbox.ts';
import { CHATBOT, FOLLOW_UP, STOP_CONDITION } from './workflow.ts';

const MINUTE_MS = 60_000;
const CHANNELS = ['whatsapp', 'messenger', 'instagram'] as const;

interface Delivered {
	deliveries: { id: string }[];
}

/**
 * Customers of all three platforms who wrote half an hour ago, were answered and fell silent, each with one follow-up that
 * is due. What they wrote goes into the sandbox's books and, by the very webhook bodies, into the store.
 * @returns the customer in the sandbox's books of each scheduled follow-up.
 */
export async function prefill(
	database: Database,
	sandbox: CrashSandbox,
	count: number,
): Promise<Map<string, string>> {
	const { parseWebhook, parseChatbot, planFollowUps, conversationKey } = database.engine;
	const now = new Date();
	const wroteAt = new Date(now.getTime() - 30 * MINUTE_MS);
	return await database.use(async (store) => {
		const given = { id: CHATBOT, stopCondition: STOP_CONDITION, followUps: [FOLLOW_UP] };
		const chatbot = await store.registerChatbot(
			parseChatbot(given),
			new Date(now.getTime() - 60 * MINUTE_MS),
		);
		const customers = new Map<string, string>();
		for (let index = 0; index < count; index++) {
			const { id } = await sandbox.call<{ id: string }>('POST', '/customers', {
				name: `Customer ${index + 1}`,
				channel: CHANNELS[index % CHANNELS.length],
			});
			const asked = await deliveriesOf(sandbox, id, 'messages', {
				text: 'I would like an appointment',
				at: wroteAt.toISOString(),
			});
			const answered = await deliveriesOf(sandbox, id, 'business', { text: 'Which day suits you?' });
			const events = [...asked, ...answered].flatMap((body) => parseWebhook(body).events);
			await store.ingest(events, new Date());
			const [{ channel, account, contact }] = events as [(typeof events)[number]];
			const conversation = await store.conversation(
				conversationKey({ channel, account, contact: contact.id }),
			);
			if (!conversation) throw new Error(`The store did not take in what customer ${id} wrote`);
			const { planned } = planFollowUps({ chatbot, conversation, now: new Date() });
			const { scheduled } = await store.schedule(planned, new Date());
			for (const followUp of scheduled) customers.set(followUp.id, id);
		}
		if (customers.size !== count)
			throw new Error(`${customers.size} follow-ups were scheduled instead of ${count}`);
		return customers;
	});
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
