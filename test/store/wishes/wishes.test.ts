import { parseWebhook } from '../../../lib/channels/parse-webhook.ts';
import type { Channel, Conversation } from '../../../lib/index.ts';
import { up } from '../../../lib/store/database/migrations/0011-0020/0014-wishes.ts';
import type { Db } from '../../../lib/store/database/db.ts';
import type { ConversationChanges } from '../../../lib/store/database/schema.ts';
import { openDatabase } from '../../../lib/store/open-store.ts';
import { ACCOUNT, newCustomer, newId, type Customer } from '../../support/customer.ts';
import { DUE, followUpAt, planFor } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { DAY, HOUR, MINUTE, START, after } from '../../support/time.ts';

const CHANNELS: Channel[] = ['whatsapp', 'instagram', 'messenger'];
const SAID = 'por favor no me escriban más';

describe.each(databases)('the newest wish stands, on $name', (kind) => {
	const open = useStore(kind);
	let db: Db;
	beforeAll(async () => void (db = (await openDatabase(open.database.options)).db));
	afterAll(async () => await db?.destroy());

	const facts = async ({ key }: Customer) => (await open.store.conversation(key)) as Conversation;
	const choice = (customer: Customer, value: 'stop' | 'resume', at: Date) =>
		customer.event('preference', at, { preference: { category: 'marketing_messages', value } });

	test.each(CHANNELS)('on %s a stop told late undoes no later Opt In and ends nothing', async (channel) => {
		const planned = await followUpAt(open.store, 'scheduled', { customer: newCustomer({ channel }) });
		const { customer } = planned;
		await open.store.optIn({ key: customer.key }, 'Agreed on the phone', after(HOUR));
		const { cancelled } = await open.store.ingest([customer.writes('STOP', after(-HOUR))], after(2 * HOUR));
		expect(cancelled).toBe(0);
		expect((await planned.now()).state).toBe('scheduled');
		expect(await facts(customer)).not.toHaveProperty('optedOutAt');
	});

	test.each(CHANNELS)(
		'on %s a stop told late that is the newest wish ends all that is pending',
		async (channel) => {
			const customer = newCustomer({ channel });
			await open.store.ingest([customer.writes('Hello', after(-2 * HOUR))], after(-2 * HOUR));
			await open.store.optIn({ key: customer.key }, 'Form', after(-2 * HOUR));
			const planned = await followUpAt(open.store, 'scheduled', { customer });
			const { cancelled } = await open.store.ingest([customer.writes(SAID, after(-HOUR))], after(HOUR));
			expect(cancelled).toBe(1);
			expect((await planned.now()).reason.code).toBe('opted_out');
			expect(await facts(customer)).toMatchObject({
				optedOutAt: after(-HOUR).toISOString(),
				optedOutBy: 'customer',
			});
		},
	);

	test.each(CHANNELS)(
		'on %s marketing stays as it was chosen last, however the choices come',
		async (channel) => {
			const [stopped, resumed] = [newCustomer({ channel }), newCustomer({ channel })];
			await open.store.ingest([choice(stopped, 'stop', after(2 * MINUTE))], after(HOUR));
			await open.store.ingest([choice(stopped, 'resume', after(MINUTE))], after(HOUR));
			expect((await facts(stopped)).marketingOptedOutAt).toBe(after(2 * MINUTE).toISOString());
			await open.store.ingest([choice(resumed, 'resume', after(2 * MINUTE))], after(HOUR));
			await open.store.ingest([choice(resumed, 'stop', after(MINUTE))], after(HOUR));
			expect(await facts(resumed)).not.toHaveProperty('marketingOptedOutAt');
		},
	);

	test('who signs up for marketing in WhatsApp gets it again, also where an older stop comes later', async () => {
		const number = `5730055500${newId('').slice(1)}`;
		const delivery = (value: string, seconds: number) => {
			const preference = { wa_id: number, category: 'marketing_messages', value, timestamp: String(seconds) };
			const metadata = { phone_number_id: ACCOUNT };
			const changes = [{ field: 'user_preferences', value: { metadata, user_preferences: [preference] } }];
			return parseWebhook({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] }).events;
		};
		const at = START.getTime() / 1000;
		const stopsOf = async () =>
			(await open.store.conversation(`whatsapp:${ACCOUNT}:${number}`))?.marketingOptedOutAt;
		await open.store.ingest(delivery('stop', at), START);
		expect(await stopsOf()).toBe(START.toISOString());
		await open.store.ingest(delivery('signup', at + 60), after(HOUR));
		expect(await stopsOf()).toBeUndefined();
		await open.store.ingest(delivery('stop', at + 30), after(2 * HOUR));
		expect(await stopsOf()).toBeUndefined();
	});

	test("Meta's own opt-out button and the stop that Meta tells besides forbid the same in any order", async () => {
		const ends = [];
		for (const first of ['button', 'choice']) {
			const customer = newCustomer();
			const id = newId('wamid');
			const message = { id, type: 'button', text: 'Stop promotions', payload: 'Stop promotions' };
			const tap = customer.event('message', START, { id, opensWindow: true, message });
			const told = [tap, choice(customer, 'stop', after(MINUTE))];
			for (const event of first === 'button' ? told : told.toReversed())
				await open.store.ingest([event], after(HOUR));
			const { marketingOptedOutAt, marketingOptedOutBy } = await facts(customer);
			ends.push({ marketingOptedOutAt, marketingOptedOutBy });
		}
		const said = { marketingOptedOutAt: START.toISOString(), marketingOptedOutBy: 'customer' };
		expect(ends).toEqual([said, said]);
	});

	test('a request in an imported history counts with its own date', async () => {
		const planned = await followUpAt(open.store, 'scheduled');
		const imported = ({ event }: Customer, at: Date) => {
			const id = newId('wamid');
			return event('history', at, { id, message: { id, type: 'text', text: SAID } });
		};
		const { customer } = planned;
		expect(await open.store.ingest([imported(customer, after(-90 * DAY))], after(MINUTE))).toMatchObject({
			cancelled: 1,
		});
		expect((await facts(customer)).optedOutAt).toBe(after(-90 * DAY).toISOString());
		const agreed = newCustomer();
		await open.store.ingest([agreed.writes()], START);
		await open.store.optIn({ key: agreed.key }, 'Form', START);
		await open.store.ingest([imported(agreed, after(-90 * DAY))], after(MINUTE));
		expect(await facts(agreed)).not.toHaveProperty('optedOutAt');
	});

	test('a wish from a clock that is ahead counts as of now, and the next one is newer', async () => {
		const customer = newCustomer();
		await open.store.ingest([choice(customer, 'resume', after(30 * DAY))], START);
		await open.store.ingest([choice(customer, 'stop', after(MINUTE))], after(MINUTE));
		expect((await facts(customer)).marketingOptedOutAt).toBe(after(MINUTE).toISOString());
		await open.store.ingest([customer.writes('STOP', after(30 * DAY))], after(HOUR));
		await open.store.optIn({ key: customer.key }, 'Form', after(2 * HOUR));
		expect(await facts(customer)).not.toHaveProperty('optedOutAt');
	});

	test('what a model read before a customer agreed again opts nobody out', async () => {
		const { customer, id, leaseToken, chatbot, anchor } = await followUpAt(open.store, 'claimed');
		const plan = planFor({ customer, chatbot, anchor }, { followUpId: 'second', name: 'Second' });
		const { scheduled } = await open.store.schedule([plan], START);
		await open.store.optIn({ key: customer.key }, 'Agreed while the model was thinking', DUE);
		const why = { code: 'opted_out_by_model' as const, sentence: 'Wants to be left alone' };
		const decision = {
			action: 'skip' as const,
			...why,
			followUpId: 'reminder',
			scheduledId: id,
			optOut: true as const,
		};
		expect(await open.store.recordDecision(decision, leaseToken, after(MINUTE, DUE))).toBe(true);
		expect(await facts(customer)).not.toHaveProperty('optedOutAt');
		expect((await open.store.get(scheduled[0]?.id as string))?.state).toBe('scheduled');
	});

	test('when two conversations turn out to be one, what is pending in one ends by the stop in the other', async () => {
		const planned = await followUpAt(open.store, 'scheduled');
		const other = newCustomer();
		await open.store.ingest([other.writes('STOP', after(-MINUTE))], START);
		await open.store.ingest([planned.customer.hasNewId(other.contact, after(MINUTE))], after(MINUTE));
		expect((await planned.now()).reason.code).toBe('opted_out');
		expect((await facts(other)).optedOutBy).toBe('customer');
	});

	test('of somebody who is deleted the stops are kept, each with its date, and the consent is not', async () => {
		const customer = newCustomer();
		await open.store.ingest([customer.writes()], START);
		await open.store.optIn({ key: customer.key }, 'Form of Ana', after(MINUTE));
		const stops = [
			customer.writes('no quiero recibir más promociones', after(HOUR)),
			choice(customer, 'stop', after(HOUR)),
		];
		await open.store.ingest(stops, after(HOUR));
		await open.store.deleteConversation({ key: customer.key }, { keepOptOut: true }, START);
		const row = await rowOf(customer);
		expect([row?.opted_in_at, row?.opted_in_note]).toEqual([null, null]);
		expect(JSON.parse(row?.wishes_json ?? '')).toEqual({
			...{ marketingByCustomer: after(HOUR).getTime(), marketingAtMeta: after(HOUR).getTime() },
		});
		expect(await open.store.optIn({ key: customer.key }, 'Form', DUE)).toMatchObject({
			...{ changed: true, conversation: { marketingOptedOutAt: after(HOUR).toISOString() } },
		});
	});

	describe('what an earlier version stored', () => {
		const stored = async (columns: ConversationChanges): Promise<Customer> => {
			const customer = newCustomer();
			await open.store.ingest([customer.writes('Hi', after(-DAY))], after(-DAY));
			const { contact } = customer;
			await db
				.updateTable('conversations')
				.set({ ...columns, wishes_json: null })
				.where('contact', '=', contact.id)
				.execute();
			return customer;
		};

		test('is a stop of its date, by whom it says', async () => {
			const opted = await stored({
				opted_out_at: START.getTime(),
				opted_out_by: 'model',
				opted_out_note: 'Why',
			});
			const stopped = await stored({ marketing_opted_out_at: START.getTime() });
			await open.store.ingest([choice(stopped, 'resume', after(-MINUTE))], after(HOUR));
			await open.store.ingest([choice(opted, 'resume', after(MINUTE))], after(HOUR));
			expect(await facts(opted)).toMatchObject({ optedOutBy: 'model', optedOutNote: 'Why' });
			expect((await facts(stopped)).marketingOptedOutAt).toBe(START.toISOString());
			await open.store.optIn({ key: stopped.key }, 'Form', after(HOUR));
			expect((await facts(stopped)).marketingOptedOutAt).toBe(START.toISOString());
			await open.store.ingest([choice(stopped, 'resume', after(MINUTE))], after(HOUR));
			expect(await facts(stopped)).not.toHaveProperty('marketingOptedOutAt');
		});

		test('what was undone later and told late stands no more', async () => {
			const agreed = { opted_in_at: after(MINUTE).getTime(), opted_in_note: 'Form' };
			const said = await stored({ ...agreed, opted_out_at: START.getTime(), opted_out_by: 'customer' });
			const offers = { marketing_opted_out_at: START.getTime(), marketing_opted_out_by: 'business' };
			const byHand = await stored({ ...agreed, ...offers });
			const atMeta = await stored({ ...agreed, marketing_opted_out_at: START.getTime() });
			const later = await stored({
				...agreed,
				opted_out_at: after(HOUR).getTime(),
				opted_out_by: 'customer',
			});
			await db.schema.alterTable('conversations').dropColumn('wishes_json').execute();
			await up(db as never);
			expect(await facts(said)).not.toHaveProperty('optedOutAt');
			expect(await facts(byHand)).not.toHaveProperty('marketingOptedOutAt');
			expect((await facts(atMeta)).marketingOptedOutAt).toBe(START.toISOString());
			expect((await facts(later)).optedOutAt).toBe(after(HOUR).toISOString());
		});
	});

	async function rowOf({ contact }: Customer) {
		return await db
			.selectFrom('conversations')
			.selectAll()
			.where('contact', '=', contact.id)
			.executeTakeFirst();
	}
});
