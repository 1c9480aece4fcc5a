import { asNow } from '../../lib/store/database/now.ts';
import { inLanes, sendMessage, type GraphTransport, type MessageToSend } from '../../lib/index.ts';
import { PARALLEL } from '../../nodes/MetaMessaging/message/parallel.ts';
import { createCustomer } from '../../sandbox/customers/create.ts';
import { customerWrites } from '../../sandbox/customers/write.ts';
import { createContext } from '../../sandbox/index.ts';
import { sendWhatsApp } from '../../sandbox/meta/send-whatsapp.ts';
import { databases, useStore } from '../support/stores.ts';
import { START } from '../support/time.ts';
import { VirtualClock } from './virtual-clock.ts';

// The pages are looked at in a browser; here only the sandbox's Graph API and its ledger are used.
jest.mock('../../sandbox/app.ts', () => ({ sandboxApp: () => undefined }));

const CUSTOMERS = 1_000;
const MESSAGES = 5_000;
const PERMITTED_PER_SECOND = 80;
/** What a request to Meta takes, there and back. */
const LATENCY_MS = 150;

const open = useStore(databases[0] as (typeof databases)[number]);

/** A sandbox in this process, on the clock of the test, with customers whose windows are open. */
function sandboxOn(clock: VirtualClock) {
	// Neither statuses nor webhooks are of interest here.
	const context = createContext({ clock: () => clock.now().getTime(), timers: { after: () => () => {} } });
	const customers = Array.from({ length: CUSTOMERS }, (_, index) => {
		const phone = `+57300${String(index).padStart(7, '0')}`;
		const customer = createCustomer(context, { name: `Customer ${index}`, phone });
		customerWrites(context, customer, { type: 'text', text: 'Hello', at: clock.now().getTime() });
		return { id: customer.contactId, phone: phone.slice(1) };
	});
	const refusals: number[] = [];
	const acceptedAt: number[] = [];
	const graph: GraphTransport = async ({ body }) => {
		await clock.sleep(LATENCY_MS / 2);
		const result = sendWhatsApp(context, body as Record<string, unknown>);
		if ('error' in result) refusals.push(result.error.code);
		else acceptedAt.push(clock.now().getTime());
		await clock.sleep(LATENCY_MS / 2);
		if ('error' in result) return { status: 400, body: { error: { code: result.error.code, message: '' } } };
		return { status: 200, body: result.answer };
	};
	return { context, customers, graph, refusals, acceptedAt };
}

/** As the node does it, on the clock of the test. */
async function waitForTurn(clock: VirtualClock, to: MessageToSend['conversation']): Promise<void> {
	for (;;) {
		const request = { ...to, contact: to.contact.id, mostWaitMs: 20_000 };
		const { waitMs, taken } = await open.store.takeTurn(request, asNow(clock.now()));
		if (waitMs > 0) await clock.sleep(waitMs);
		if (taken) return;
	}
}

test('5,000 messages to 1,000 customers: no refusal for speed, and at least 80 % of what is permitted', async () => {
	const clock = new VirtualClock(START.getTime());
	const { context, customers, graph, refusals, acceptedAt } = sandboxOn(clock);
	const account = '210000000000001';
	const messages = Array.from({ length: MESSAGES }, (_, index) => ({
		...{ channel: 'whatsapp' as const, account, contact: customers[index % CUSTOMERS] as { id: string } },
		text: `Message ${index}`,
	}));
	const outcomes = await inLanes(
		messages,
		async ({ text, ...conversation }) =>
			await clock.run(async () => {
				await waitForTurn(clock, conversation);
				const result = await sendMessage(
					graph,
					{ conversation, content: { kind: 'text', text } },
					clock.now(),
				);
				return result.outcome;
			}),
		{ laneOf: ({ contact }) => contact.id, parallel: PARALLEL },
	);
	expect(refusals).toEqual([]);
	expect(context.ledger.violations).toEqual([]);
	expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(MESSAGES);
	const seconds = ((acceptedAt.at(-1) ?? 0) - (acceptedAt[0] ?? 0)) / 1_000;
	expect(MESSAGES / seconds).toBeGreaterThanOrEqual(0.8 * PERMITTED_PER_SECOND);
	expect(MESSAGES / seconds).toBeLessThanOrEqual(PERMITTED_PER_SECOND);
}, 120_000);

test('as many messages to a few customers keep to one in 6 seconds for each after the burst', async () => {
	const clock = new VirtualClock(START.getTime());
	const { customers, graph, refusals } = sandboxOn(clock);
	const few = customers.slice(0, 4);
	const account = '210000000000002';
	const messages = Array.from({ length: 240 }, (_, index) => ({
		...{ channel: 'whatsapp' as const, account, contact: few[index % few.length] as { id: string } },
		text: `Message ${index}`,
	}));
	await inLanes(
		messages,
		async ({ text, ...conversation }) =>
			await clock.run(async () => {
				await waitForTurn(clock, conversation);
				await sendMessage(graph, { conversation, content: { kind: 'text', text } }, clock.now());
			}),
		{ laneOf: ({ contact }) => contact.id, parallel: PARALLEL },
	);
	expect(refusals).toEqual([]);
	// 60 each: 40 in the burst, the other 20 every 6 seconds.
	const minutes = (clock.now().getTime() - START.getTime()) / 60_000;
	expect(minutes).toBeGreaterThan(1.5);
	expect(minutes).toBeLessThan(2.2);
}, 120_000);
