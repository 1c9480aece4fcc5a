import type { Now } from '../../lib/store/database/now.ts';
import { askRules } from '../../lib/follow-up/rules/index.ts';
import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import type { Channel, ConversationWithHistory, MessagingEvent } from '../../lib/index.ts';
import { newCustomer, newId, type Customer } from '../support/customer.ts';
import { DUE, followUpAt, planFor, register } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

type Message = NonNullable<MessagingEvent['message']>;

const SAID = 'Ya compré en otro lado, por favor no me escriban más';

/** Every way in which words of a customer come in: channel, kind of event, message. */
const WAYS: [string, Channel, MessagingEvent['kind'], Partial<Message>][] = [
	['a text', 'whatsapp', 'message', { type: 'text', text: SAID }],
	['a caption', 'whatsapp', 'message', { type: 'image', text: SAID }],
	['a button of a template', 'whatsapp', 'message', { type: 'button', text: 'Baja', payload: 'Baja' }],
	['the payload of a button', 'whatsapp', 'message', { type: 'button', text: 'No', payload: 'OPT_OUT' }],
	[
		'a reply to buttons',
		'whatsapp',
		'message',
		{ type: 'interactive', text: 'No more messages', payload: 'b3' },
	],
	[
		'what stands below the row chosen from a list',
		'whatsapp',
		'message',
		{ type: 'interactive', text: 'Opción 3', description: 'No quiero recibir más mensajes', payload: 'o3' },
	],
	[
		'the answer of a flow',
		'whatsapp',
		'message',
		{ type: 'interactive', text: 'Sent', payload: '{"rating":1,"comentario":"no me escriban más"}' },
	],
	['a text on Instagram', 'instagram', 'message', { type: 'text', text: SAID }],
	[
		'a quick reply on Instagram',
		'instagram',
		'message',
		{ type: 'text', text: 'No', payload: 'UNSUBSCRIBE' },
	],
	[
		'a postback on Messenger',
		'messenger',
		'postback',
		{ type: 'postback', text: 'Unsubscribe', payload: 'x' },
	],
	[
		'a thread that another app owns',
		'messenger',
		'standby',
		{ type: 'text', text: 'please stop messaging me' },
	],
];

describe.each(databases)('opt-outs in words on $name', (kind) => {
	const open = useStore(kind);
	const facts = async (customer: Customer) =>
		(await open.store.conversation(customer.key)) as ConversationWithHistory;
	const takes = async (
		customer: Customer,
		at: Now,
		message: Partial<Message>,
		of: MessagingEvent['kind'] = 'message',
	) => {
		const id = newId('wamid');
		await open.store.ingest(
			[customer.event(of, at, { id, opensWindow: true, message: { id, type: 'text', ...message } })],
			at,
		);
	};

	test.each(WAYS)('%s opts out and ends what is planned', async (_way, channel, of, message) => {
		const customer = newCustomer({ channel });
		const planned = await followUpAt(open.store, 'scheduled', { customer });
		await takes(customer, after(HOUR), message, of);
		expect(await facts(customer)).toMatchObject({
			optedOutAt: after(HOUR).toISOString(),
			optedOutBy: 'customer',
		});
		expect((await planned.now()).state).toBe('ended');
	});

	test('a message that is edited into a request opts out, and one that is edited into none does not', async () => {
		const [one, other] = [newCustomer(), newCustomer()];
		for (const [customer, text] of [
			[one, SAID],
			[other, 'no dejen de escribirme'],
		] as const) {
			const said = customer.writes('Hm', START);
			await open.store.ingest([said], START);
			const correction = { action: 'edit' as const, messageId: said.id, text };
			await open.store.ingest([customer.event('other', after(MINUTE), { correction })], after(MINUTE));
		}
		expect((await facts(one)).optedOutBy).toBe('customer');
		expect((await facts(other)).optedOutAt).toBeUndefined();
	});

	test('what the business adds from elsewhere counts as well', async () => {
		const customer = newCustomer();
		await open.store.ingest([customer.writes()], START);
		await open.store.addMessage(
			{ key: customer.key },
			{ by: 'customer', text: 'Me da de baja por favor' },
			after(HOUR),
		);
		expect((await facts(customer)).optedOutBy).toBe('customer');
	});

	test.each(['no pares', 'cancelar la cita de mañana', 'the bus stop', 'stop por ahora, escríbeme el lunes'])(
		'%j opts nobody out',
		async (text) => {
			const customer = newCustomer();
			await open.store.ingest([customer.writes(text)], START);
			const { optedOutAt, marketingOptedOutAt } = await facts(customer);
			expect([optedOutAt, marketingOptedOutAt]).toEqual([undefined, undefined]);
		},
	);

	describe('as a model understood it', () => {
		const why = 'The customer wants nobody to write to them';
		const decided = (scheduledId: string) => ({
			...{ action: 'stop' as const, code: 'opted_out_by_model' as const, sentence: why },
			...{ followUpId: 'reminder', scheduledId, optOut: true as const },
		});

		test('it is recorded with who and why, for all chatbots, and the audit log shows it', async () => {
			const story = await followUpAt(open.store, 'claimed');
			const { customer, id, leaseToken, now } = story;
			const chatbot = newId('chatbot');
			await register(open.store, chatbot);
			const { scheduled } = await open.store.schedule([planFor({ ...story, chatbot })], START);
			const other = scheduled[0]?.id as string;
			expect(await open.store.recordDecision(decided(id), leaseToken, DUE)).toBe(true);
			expect(await facts(customer)).toMatchObject({
				...{ optedOutAt: START.toISOString(), optedOutBy: 'model', optedOutNote: why },
			});
			expect(await now()).toMatchObject({
				state: 'ended',
				reason: { code: 'opted_out_by_model', sentence: why },
			});
			expect(await open.store.get(other)).toMatchObject({ state: 'ended', reason: { code: 'opted_out' } });
			expect((await open.store.audit(id)).at(-1)).toMatchObject({
				to: 'ended',
				code: 'opted_out_by_model',
				detail: { reason: why },
			});
			expect((await open.store.audit(other)).at(-1)).toMatchObject({ to: 'ended', code: 'opted_out' });
		});

		test('Opt In undoes it, and what the customer says later takes its place', async () => {
			const { customer, id, leaseToken } = await followUpAt(open.store, 'claimed');
			await open.store.recordDecision(decided(id), leaseToken, DUE);
			await open.store.optIn({ key: customer.key }, 'Misunderstood', after(HOUR, DUE));
			for (const gone of ['optedOutAt', 'optedOutBy', 'optedOutNote'])
				expect(await facts(customer)).not.toHaveProperty(gone);
			await open.store.ingest([customer.writes('STOP', after(2 * HOUR, DUE))], after(2 * HOUR, DUE));
			expect((await facts(customer)).optedOutBy).toBe('customer');
		});

		test('an opt-out that is known stands, and a decision whose claim has ended records none', async () => {
			const known = await followUpAt(open.store, 'claimed');
			await open.store.ingest([known.customer.writes('STOP', after(HOUR, DUE))], after(HOUR, DUE));
			expect(await open.store.recordDecision(decided(known.id), known.leaseToken, after(2 * HOUR, DUE))).toBe(
				false,
			);
			expect((await facts(known.customer)).optedOutBy).toBe('customer');
			const { customer, id } = await followUpAt(open.store, 'claimed');
			expect(await open.store.recordDecision(decided(id), 'another', DUE)).toBe(false);
			expect((await facts(customer)).optedOutAt).toBeUndefined();
		});
	});

	describe('advertising', () => {
		test.each([
			[
				'a tap on Meta’s own button',
				{ type: 'button', text: 'Detener promociones', payload: 'Detener promociones' },
			],
			['words', { text: 'no quiero recibir más promociones' }],
		])('%s stops it, and nothing else', async (_way, message) => {
			const planned = await followUpAt(open.store, 'scheduled');
			await takes(planned.customer, after(HOUR), message);
			expect((await planned.now()).reason.code).toBe('cancelled_reply');
			const conversation = await facts(planned.customer);
			expect(conversation).toMatchObject({
				...{ marketingOptedOutAt: after(HOUR).toISOString(), marketingOptedOutBy: 'customer' },
			});
			expect(conversation.optedOutAt).toBeUndefined();
		});

		test('no follow-up goes out after it but a template that is not marketing', async () => {
			const customer = newCustomer();
			await takes(customer, START, { type: 'button', text: 'Stop promotions', payload: 'Stop promotions' });
			const conversation = await facts(customer);
			expect(codeOf(conversation, { messageSource: 'fixed', message: 'Still there?' }, HOUR)).toBe(
				'promotions_stopped',
			);
			expect(codeOf(conversation, { templateName: 'offer', templateLanguage: 'en' }, 30 * HOUR)).toBe(
				'marketing_opted_out',
			);
			const utility = { templateName: 'reminder', templateLanguage: 'en', templateCategory: 'utility' };
			expect(codeOf(conversation, utility, 30 * HOUR)).toBe('allowed');
		});

		test('Opt In lifts it; what was stopped at Meta only the customer can lift', async () => {
			const [said, stopped] = [newCustomer(), newCustomer()];
			await takes(said, START, { text: 'stop promotions' });
			const preference = { category: 'marketing_messages', value: 'stop' as const };
			await open.store.ingest([stopped.event('preference', START, { preference })], START);
			await takes(stopped, after(MINUTE), { text: 'stop promotions' });
			for (const { key } of [said, stopped])
				await open.store.optIn({ key }, 'Asked for the offers', after(HOUR));
			expect((await facts(said)).marketingOptedOutAt).toBeUndefined();
			expect((await facts(stopped)).marketingOptedOutAt).toBe(START.toISOString());
		});
	});
});

/** What the rules say of a follow-up some time after the customer's message. */
function codeOf(conversation: ConversationWithHistory, followUp: object, later: number): string {
	const chatbot = parseChatbot({
		id: 'bot',
		stopCondition: 'Done',
		followUps: [{ id: 'one', name: 'one', description: 'Silence', ...followUp }],
		settings: { onlyIfBusinessAnswered: false },
	});
	const anchor = { id: conversation.lastInboundId as string, at: conversation.lastInboundAt as string };
	const [one] = chatbot.followUps;
	const result = askRules({
		...{ chatbot, conversation, anchor, phase: 'decide' as const, at: after(later) },
		followUp: one as (typeof chatbot.followUps)[number],
	});
	return result.kind === 'end' ? result.reason.code : 'allowed';
}
