import { asNow } from '../../lib/store/database/now.ts';
import {
	CHANNEL_DRIVERS,
	isOptOut,
	parseChatbot,
	parseWebhook,
	type Conversation,
	type MessagingEvent,
} from '../../lib/index.ts';
import {
	AT,
	INSTAGRAM_ACCOUNT,
	instagram,
	PAGE,
	PHONE_NUMBER_ID,
	SECONDS,
	WHATSAPP_ACCOUNT,
	whatsApp,
} from '../fixtures/meta/fixture.ts';
import { FIXTURES } from '../fixtures/meta/index.ts';
import { newId } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { MINUTE, after } from '../support/time.ts';

const NOW = asNow(new Date(AT));
const at = (ms: number) => after(ms, NOW);
/** So many seconds after the first message, as WhatsApp writes it. */
const seconds = (later: number) => String(Number(SECONDS) + later);

let people = 0;

/** A customer of their own for each story. */
function newPerson() {
	const n = String(++people).padStart(6, '0');
	const [bsuid, phone, igsid] = [`US.9${n}`, `16509${n}`, `99${n}`];
	const key = `whatsapp:${PHONE_NUMBER_ID}:${bsuid}`;
	return { bsuid, phone, igsid, key };
}

/** A delivery of a fixture to accounts of its own: IDs of one account never match those of another. */
function toNewAccounts(body: object): object {
	const n = String(++people);
	const accounts = [PHONE_NUMBER_ID, WHATSAPP_ACCOUNT, PAGE, INSTAGRAM_ACCOUNT];
	const text = accounts.reduce((json, id) => json.replaceAll(`"${id}"`, `"${id}${n}"`), JSON.stringify(body));
	return JSON.parse(text) as object;
}

/** Whether somebody said something to which the business may answer. */
const mayBeAnswered = ({ kind, opensWindow, message }: MessagingEvent) =>
	opensWindow && ['message', 'postback', 'call'].includes(kind) && !isOptOut(message?.text);

describe.each(databases)('what Meta tells, in the store on $name', (kind) => {
	const open = useStore(kind);

	/** A chatbot with one follow-up that is planned for whoever writes. */
	async function planner() {
		const [id, source] = [newId('chatbot'), { id: newId('source'), version: 'one' }];
		const followUps = [
			{ name: 'A', description: 'When silent', messageSource: 'fixed', message: 'Still there?' },
		];
		const read = parseChatbot({ id, stopCondition: 'When it is booked', followUps });
		await open.store.registerChatbot(read, NOW, source);
		return {
			takes: async (body: object, now = at(MINUTE)) =>
				await open.store.ingest(parseWebhook(body).events, now, { planBy: [source] }),
			states: async () =>
				(await open.store.list({ chatbot: id })).map(({ state, reason }) => [state, reason.code]),
		};
	}
	const known = async (key: string) => (await open.store.conversation(key)) as Conversation;
	const said = async (key: string) =>
		(await open.store.transcript(key, 50)).map(({ from, by, type, text }) => [by ?? from, text ?? type]);
	const messages = (value: object) => whatsApp('messages', value);

	/** A customer of WhatsApp who wrote, and the follow-up that is planned for the silence. */
	async function silent() {
		const [person, { takes, states }] = [newPerson(), await planner()];
		const { phone, bsuid } = person;
		const from = { from: phone, from_user_id: bsuid };
		const first = { ...from, id: newId('wamid'), timestamp: SECONDS, type: 'text', text: { body: 'Hello' } };
		await takes(messages({ messages: [first] }));
		expect(await states()).toEqual([['scheduled', 'planned']]);
		return { ...person, from, takes, states, before: await known(person.key) };
	}

	test.each(FIXTURES)(
		'$name: taken in once, and planned for only if the customer spoke',
		async ({ body }) => {
			const { takes } = await planner();
			const delivery = toNewAccounts(body);
			const { events } = parseWebhook(delivery);
			const spokeTo = new Set(events.filter(mayBeAnswered).map(({ contact }) => contact.id));
			expect(await takes(delivery)).toMatchObject({ duplicates: 0, planned: spokeTo.size });
			expect(await takes(delivery, at(2 * MINUTE))).toMatchObject({
				...{ duplicates: events.length, planned: 0, cancelled: 0, events: [] },
			});
		},
	);

	test('a STOP in a thread of another app ends what is planned, is an opt-out and plans nothing', async () => {
		const { key, from, takes, states } = await silent();
		const text = { id: newId('wamid'), timestamp: seconds(60), type: 'text', text: { body: 'STOP' } };
		const standby = whatsApp('standby', { standby: { messages: [{ ...from, ...text }] } });
		expect(await takes(standby, at(2 * MINUTE))).toMatchObject({ planned: 0, cancelled: 1 });
		expect(await states()).toEqual([['ended', 'cancelled_reply']]);
		expect(await known(key)).toMatchObject({
			...{ optedOutAt: at(MINUTE).toISOString(), lastInboundId: text.id },
			ownedByOtherSince: at(MINUTE).toISOString(),
		});
	});

	test('what the agent says is in the transcript, as said by no person', async () => {
		const { key, phone, takes } = await silent();
		const message = { to: phone, type: 'text', text: { body: 'We open at nine' } };
		const echo = { id: newId('wamid'), timestamp: seconds(60), message };
		await takes(whatsApp('standby', { standby: { message_echoes: [echo] } }), at(2 * MINUTE));
		const [, answer] = await said(key);
		expect(answer?.[1]).toBe('We open at nine');
		expect(answer?.[0]).not.toBe('person');
		const { personWroteAt, lastOutboundAt, ownedByOtherSince } = await known(key);
		expect(personWroteAt).toBeUndefined();
		expect([lastOutboundAt, ownedByOtherSince]).toEqual([at(MINUTE).toISOString(), at(MINUTE).toISOString()]);
	});

	test('a thread is theirs when it is taken and ours when it is given back, without metadata', async () => {
		const { key, phone, takes } = await silent();
		const change = (type: string, role: string, later: number) => ({
			object: 'whatsapp_business_account',
			entry: [
				{
					id: '1',
					changes: [
						{
							field: 'messaging_handovers',
							value: {
								...{ sender: { phone_number: phone }, recipient: { phone_number_id: PHONE_NUMBER_ID } },
								...{ type, timestamp: seconds(later), [type]: { new_owner_role: role } },
							},
						},
					],
				},
			],
		});
		await takes(change('control_taken', 'ai_agent', 60), at(2 * MINUTE));
		expect(await known(key)).toMatchObject({ ownedByOtherSince: at(MINUTE).toISOString() });
		await takes(change('control_passed', 'escalation', 120), at(3 * MINUTE));
		expect((await known(key)).ownedByOtherSince).toBeUndefined();
	});

	test.each([
		['by previous_user_id', (old: string) => ({ previous_user_id: old })],
		[
			'by the sentence only',
			(old: string, now: string) => ({ body: `User Ana changed from ${old} to ${now}` }),
		],
	])('a refusal follows to a new user ID that comes without any sender, %s', async (_name, named) => {
		const { bsuid, from, takes } = await silent();
		const stop = { ...from, id: newId('wamid'), timestamp: seconds(1), type: 'text', text: { body: 'stop' } };
		await takes(messages({ messages: [stop] }));
		const now = `${bsuid}NEW`;
		const system = { type: 'user_changed_user_id', user_id: now, ...named(bsuid, now) };
		const change = { id: newId('wamid'), timestamp: seconds(2), type: 'system', system };
		await takes(messages({ messages: [change] }), at(2 * MINUTE));
		expect(await known(`whatsapp:${PHONE_NUMBER_ID}:${now}`)).toMatchObject({
			...{ contact: { id: now }, optedOutAt: at(1_000).toISOString() },
		});
	});

	test('a new number reaches the conversation that was known by the old number only', async () => {
		const { phone, bsuid } = newPerson();
		const { takes } = await planner();
		const stop = {
			from: phone,
			id: newId('wamid'),
			timestamp: SECONDS,
			type: 'text',
			text: { body: 'stop' },
		};
		await takes(messages({ messages: [stop] }));
		const system = {
			...{ type: 'user_changed_number', wa_id: `${phone}9`, user_id: `${bsuid}B`, previous_user_id: bsuid },
		};
		const change = { from: phone, id: newId('wamid'), timestamp: seconds(1), type: 'system', system };
		await takes(messages({ messages: [change] }), at(2 * MINUTE));
		expect(await known(`whatsapp:${PHONE_NUMBER_ID}:${bsuid}B`)).toMatchObject({ optedOutAt: AT });
	});

	test.each([
		['somebody opens the chat', 'messages', { type: 'request_welcome' }],
		['a type nobody knows', 'messages', { type: 'hologram', hologram: {} }],
		['a call permission', 'messages', { type: 'interactive', interactive: { call_permission_reply: {} } }],
		['a failed payment', 'statuses', { type: 'payment', status: 'failed' }],
		['a status to a group', 'statuses', { status: 'delivered', recipient_type: 'group' }],
	])('%s: opens nothing, plans nothing, ends nothing', async (_name, list, json) => {
		const { key, phone, bsuid, from, takes, states, before } = await silent();
		const to = { recipient_id: phone, recipient_user_id: bsuid };
		const one = { ...from, ...to, id: newId('wamid'), timestamp: seconds(60), ...json };
		expect(await takes(messages({ [list]: [one] }), at(2 * MINUTE))).toMatchObject({
			planned: 0,
			cancelled: 0,
		});
		expect(await states()).toEqual([['scheduled', 'planned']]);
		expect(await known(key)).toEqual(before);
	});

	test.each<[string, object, object]>([
		['ends what is planned', { poll: { caption: 'The blue one' } }, {}],
		[
			'is heard as a refusal',
			{ text: { body: 'No me escriban más' } },
			{ optedOutAt: at(MINUTE).toISOString() },
		],
	])('what a customer says in a type nobody knows %s', async (_what, json, wish) => {
		const { key, from, takes, states } = await silent();
		const one = { ...from, id: newId('wamid'), timestamp: seconds(60), type: 'poll', ...json };
		expect(await takes(messages({ messages: [one] }), at(2 * MINUTE))).toMatchObject({
			planned: 0,
			cancelled: 1,
		});
		expect(await states()).toMatchObject([['ended', expect.any(String)]]);
		expect(await known(key)).toMatchObject(wish);
	});

	test('somebody with a user ID where numbers stand is written to by it', async () => {
		const [{ bsuid, key }, { takes }] = [newPerson(), await planner()];
		const text = { id: newId('wamid'), timestamp: SECONDS, type: 'text', text: { body: 'Hi' } };
		const contacts = [{ wa_id: bsuid, user_id: bsuid }];
		await takes(messages({ contacts, messages: [{ from: bsuid, ...text }] }));
		const conversation = await known(key);
		const body = CHANNEL_DRIVERS.whatsapp.messageBody(conversation, { kind: 'text', text: 'Hello' });
		expect(body).toMatchObject({ recipient: bsuid });
		expect(body).not.toHaveProperty('to');
	});

	test('what a bot of Meta says in the name of the business is no answer of a person', async () => {
		const { key, phone, takes, states } = await silent();
		const echo = { from: '15550783881', to: phone, id: newId('wamid'), timestamp: seconds(60) };
		const text = { type: 'text', text: { body: 'Good morning' }, message_creation_type: 'created_by_1p_bot' };
		await takes(whatsApp('message_echoes', { message_echoes: [{ ...echo, ...text }] }), at(2 * MINUTE));
		const { personWroteAt, lastOutboundBy } = await known(key);
		expect([personWroteAt, lastOutboundBy]).toEqual([undefined, 'application']);
		expect(await states()).toEqual([['scheduled', 'planned']]);
	});

	test('history and what is said later are one conversation, whichever ID each of them names', async () => {
		const [{ phone, bsuid, key }, { takes }] = [newPerson(), await planner()];
		const line = (from: string, body: string) => ({
			...{ from, id: newId('wamid'), timestamp: seconds(-600), type: 'text', text: { body } },
		});
		const threads = [
			{
				context: { wa_id: phone, user_id: bsuid },
				messages: [line(phone, 'Do you deliver?'), line('15550783881', 'We do')],
			},
		];
		expect(await takes(whatsApp('history', { history: [{ threads }] }))).toMatchObject({ planned: 0 });
		const later = { id: newId('wamid'), timestamp: SECONDS, type: 'text', text: { body: 'Today?' } };
		await takes(messages({ messages: [{ from: phone, ...later }] }));
		expect(await said(key)).toEqual([
			['customer', 'Do you deliver?'],
			['person', 'We do'],
			['customer', 'Today?'],
		]);
	});

	test.each([
		['before', [0, 1]],
		['after', [1, 0]],
	])('Instagram: an edit of nothing that comes %s the message is the same message', async (_name, order) => {
		const [{ igsid }, { takes }] = [newPerson(), await planner()];
		const [mid, text, key] = [newId('m'), 'Hello', `instagram:${INSTAGRAM_ACCOUNT}:${igsid}`];
		const both = [{ message_edit: { mid, text, num_edit: 0 } }, { message: { mid, text } }];
		const deliveries = order.map((one) => instagram({ sender: { id: igsid }, ...both[one] }));
		expect(await takes(deliveries[0] as object)).toMatchObject({ planned: 1, duplicates: 0 });
		expect(await takes(deliveries[1] as object)).toMatchObject({ planned: 0, cancelled: 0, duplicates: 1 });
		expect(await said(key)).toEqual([['customer', 'Hello']]);
		expect(await known(key)).toMatchObject({ windowOpenedAt: AT, lastInboundId: mid });
	});
});
