import { openStore, type Store } from '../../lib/index.ts';
import { newId } from '../support/customer.ts';
import { startIntakeProcess, type IntakeProcess } from '../support/intake-process.ts';
import { databases, type TestDatabase } from '../support/stores.ts';
import { deliver, whatsAppDelivery, whatsAppMessage } from '../support/webhook-body.ts';
import { registerOne } from './chatbot.ts';
import { killUnderLoad } from './kill.ts';
import { Load } from './load.ts';

const KILLS = Number(process.env.INTAKE_KILLS ?? 3);

describe.each(databases)('the intake on $name', (kind) => {
	let database: TestDatabase;
	let intake: IntakeProcess;
	let store: Store;
	let chatbot: string;

	beforeAll(async () => {
		database = await kind.create();
		store = await openStore(database.options);
		chatbot = await registerOne(store);
		intake = await startIntakeProcess(database.options);
	}, 60_000);
	afterAll(async () => {
		await intake?.child.stop();
		await store?.close();
		await database?.remove();
	});

	const newNumber = () => `57300${newId('').slice(1).padStart(7, '0')}`;
	const keyOf = (from: string) => `whatsapp:210000000000001:${from}`;
	const post = async (body: object) => await deliver(`${intake.url}/webhook`, JSON.stringify(body));

	test('a customer message is recorded and planned for when it is answered', async () => {
		const from = newNumber();
		expect(await post(whatsAppMessage(from, 'Hello', new Date()))).toEqual({ status: 200, text: 'OK' });
		expect(await store.transcript(keyOf(from), 5)).toMatchObject([{ from: 'customer', text: 'Hello' }]);
		expect(await store.list({ conversation: keyOf(from), chatbot })).toMatchObject([{ state: 'scheduled' }]);
	});

	test('a chatbot that is registered while it runs plans from then on', async () => {
		const [from, late] = [newNumber(), await registerOne(store)];
		await post(whatsAppMessage(from, 'Hello', new Date()));
		expect(await store.list({ conversation: keyOf(from), chatbot: late })).toHaveLength(1);
	});

	test('a reply ends what was planned, a "stop" all of it', async () => {
		const from = newNumber();
		const at = Date.now();
		await post(whatsAppMessage(from, 'Hello', new Date(at - 60_000)));
		await post(whatsAppMessage(from, 'And tomorrow?', new Date(at - 30_000)));
		const states = async () =>
			(await store.list({ conversation: keyOf(from), chatbot })).map(({ state }) => state).sort();
		expect(await states()).toEqual(['ended', 'scheduled']);
		await post(whatsAppMessage(from, 'stop', new Date(at)));
		expect(await states()).toEqual(['ended', 'ended']);
	});

	test('the same delivery many times at once is recorded once and answered each time', async () => {
		const from = newNumber();
		const body = whatsAppMessage(from, 'Hello', new Date());
		const answers = await Promise.all(Array.from({ length: 30 }, async () => await post(body)));
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		expect(await store.transcript(keyOf(from), 50)).toHaveLength(1);
		expect(await store.list({ conversation: keyOf(from), chatbot })).toHaveLength(1);
	});

	test('many customers and their statuses at once lose nothing', async () => {
		const numbers = Array.from({ length: 200 }, newNumber);
		const answers = await Promise.all(
			numbers.flatMap((from) => [
				post(whatsAppMessage(from, 'Hello', new Date())),
				post(
					whatsAppDelivery({
						statuses: [
							{
								...{ id: `wamid.out.${from}`, status: 'delivered', recipient_id: from },
								timestamp: String(Math.floor(Date.now() / 1000)),
							},
						],
					}),
				),
			]),
		);
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		for (const from of numbers) expect((await store.conversation(keyOf(from)))?.lastInboundAt).toBeDefined();
	});

	test('told to end, it answers what came in, takes nothing new, and ends with 0', async () => {
		const own = await startIntakeProcess(database.options);
		const load = new Load();
		load.start(own.url);
		while (load.answered.length < 50) await new Promise((resolve) => setTimeout(resolve, 5));
		await own.child.stop(30_000);
		await load.stop();
		expect(own.child.exitCode).toBe(0);
		for (const { from, id } of load.answered)
			expect((await store.transcript(keyOf(from), 5)).map((message) => message.id)).toContain(id);
	});

	// INTAKE_KILLS=30 npm run test:slow -- test/intake/records
	test('killed under load, it loses nothing that was answered 200 and records nothing twice', async () => {
		const { sent, answered, ...faults } = await killUnderLoad(
			database,
			KILLS,
			(line) => KILLS > 3 && console.log(line),
		);
		expect(sent).toBeGreaterThan(0);
		expect(answered).toBe(sent);
		expect(faults).toEqual({ kills: KILLS, lost: 0, notOnce: 0, notPlannedOnce: 0 });
	});
});
