import type { Now } from '../../lib/store/database/now.ts';
import {
	conversationKey,
	parseWebhook,
	type Channel,
	type Conversation,
	type Store,
} from '../../lib/index.ts';
import { CHANNEL_SAMPLES } from '../fixtures/meta/channel-samples.ts';
import { CUSTOMER_PHONE, FROM_PAGE, IGSID, messenger, PSID, whatsApp } from '../fixtures/meta/fixture.ts';
import { newCustomer } from '../support/customer.ts';
import { followUpAt, DUE, TEXT, type Prepared } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { after, MINUTE, START } from '../support/time.ts';

const OWN_APP = '111';
let people = 0;

/** A fresh contact on a channel, and what Meta would deliver about them. */
function person(channel: Channel) {
	const { account } = CHANNEL_SAMPLES[channel];
	const contact = `${channel}-${++people}`;
	return { contact, key: conversationKey({ channel, account, contact }) };
}

const asText = (json: object) => JSON.stringify(json);

describe.each(databases)('what the trigger records in $name', (kind) => {
	const used = useStore(kind);

	/** Takes in a body as the trigger does, with the contact of the fixtures replaced. */
	async function take(body: object, contact: string, at: Now = START, store: Store = used.store) {
		const own = asText(body)
			.replaceAll(`"${PSID}"`, `"${contact}"`)
			.replaceAll(`"${IGSID}"`, `"${contact}"`)
			.replaceAll(`"${CUSTOMER_PHONE}"`, `"${contact}"`)
			.replace(/"timestamp":\d{13}/g, `"timestamp":${at.getTime()}`)
			.replace(/"timestamp":"\d{10}"/g, `"timestamp":"${Math.floor(at.getTime() / 1000)}"`);
		const { events } = parseWebhook(JSON.parse(own));
		expect(events.length).toBeGreaterThan(0);
		return await store.ingest(events, at, { ownAppIds: [OWN_APP] });
	}

	const facts = async (key: string) => (await used.store.conversation(key)) as Conversation;
	const says = (text: string, mid = `mid-${++people}`) => messenger({ message: { mid, text } });
	const standby = (text: string) => messenger({ message: { mid: `mid-${++people}`, text } }, 'standby');

	describe('threads that another app owns', () => {
		test('a message on standby marks the conversation, moves the last customer message and cancels', async () => {
			const customer = newCustomer({ channel: 'messenger', contact: { id: 'standby-person' } });
			const followUp = await followUpAt(used.store, 'scheduled', { customer });
			const heard = customer.event('standby', after(MINUTE * 10), {
				message: { id: 'standby-mid', type: 'text', text: 'Anybody there?' },
			});
			expect(await used.store.ingest([heard], DUE)).toMatchObject({ cancelled: 1 });
			expect(await followUp.now()).toMatchObject({ state: 'ended', reason: { code: 'cancelled_reply' } });
			expect(await facts(customer.key)).toMatchObject({
				ownedByOtherSince: heard.at,
				lastInboundAt: heard.at,
				windowOpenedAt: START.toISOString(),
			});
		});

		test('what was said there is in the transcript, with who said it', async () => {
			const { contact, key } = person('messenger');
			await take(standby('Hello'), contact);
			await take(
				messenger(
					{ ...FROM_PAGE, message: { is_echo: true, app_id: 222, mid: `${contact}-e`, text: 'I am Ana' } },
					'standby',
				),
				contact,
				after(1000),
			);
			expect(await used.store.transcript(key, 10)).toMatchObject([
				{ from: 'customer', text: 'Hello' },
				{ from: 'business', by: 'other_app', text: 'I am Ana' },
			]);
		});

		test('a message that comes in the ordinary way gives the thread back', async () => {
			const { contact, key } = person('messenger');
			await take(standby('Hello'), contact);
			await take(says('Hello again'), contact, after(MINUTE));
			expect(await facts(key)).not.toHaveProperty('ownedByOtherSince');
		});

		test('a message on standby that comes late, from before the last ordinary one, does not take it away', async () => {
			const { contact, key } = person('messenger');
			await take(says('Now'), contact, after(MINUTE));
			await take(standby('Before'), contact, START);
			expect(await facts(key)).not.toHaveProperty('ownedByOtherSince');
		});

		test('an ordinary message that comes late, from before another app got the thread, does not give it back', async () => {
			const { contact, key } = person('messenger');
			await take(standby('Hello'), contact, after(MINUTE));
			await take(says('Before'), contact, START);
			expect(await facts(key)).toMatchObject({ ownedByOtherSince: after(MINUTE).toISOString() });
		});

		test.each([
			['passed to the inbox', { pass_thread_control: { new_owner_app_id: '263902037430900' } }, true],
			['passed to our app', { pass_thread_control: { new_owner_app_id: OWN_APP } }, false],
			[
				'taken by an app that is not named',
				{ take_thread_control: { previous_owner_app_id: OWN_APP } },
				true,
			],
			[
				'taken by our app',
				{ take_thread_control: { previous_owner_app_id: '9', new_owner_app_id: OWN_APP } },
				false,
			],
		])('a thread that is %s', async (_what, change, isTheirs) => {
			for (const isTheirsBefore of [false, true]) {
				const { contact, key } = person('messenger');
				await take(says('Hello'), contact);
				if (isTheirsBefore) await take(standby('Hm'), contact, after(1000));
				await take(messenger(change), contact, after(MINUTE));
				expect('ownedByOtherSince' in (await facts(key))).toBe(isTheirs);
			}
		});

		test('asking for a thread changes nothing', async () => {
			const { contact, key } = person('messenger');
			await take(says('Hello'), contact);
			await take(
				messenger({ request_thread_control: { requested_owner_app_id: '9' } }),
				contact,
				after(MINUTE),
			);
			expect(await facts(key)).not.toHaveProperty('ownedByOtherSince');
		});
	});

	describe('who spoke on the business side', () => {
		test.each([
			['a person', {}, { lastOutboundBy: 'person', personWroteAt: after(MINUTE).toISOString() }],
			[
				'the inbox of Meta',
				{ app_id: 263902037430900 },
				{ lastOutboundBy: 'person', personWroteAt: after(MINUTE).toISOString() },
			],
			['an application', { app_id: 222 }, { lastOutboundBy: 'application' }],
		])('an echo of %s', async (_who, more, expected) => {
			const { contact, key } = person('messenger');
			await take(says('Hello'), contact);
			await take(
				messenger({ ...FROM_PAGE, message: { is_echo: true, mid: `${contact}-e`, text: 'Hi', ...more } }),
				contact,
				after(MINUTE),
			);
			const found = await facts(key);
			expect(found).toMatchObject({ ...expected, lastOutboundAt: after(MINUTE).toISOString() });
			expect('personWroteAt' in found).toBe('personWroteAt' in expected);
		});

		test('an echo that comes after the status of its message still tells who wrote what', async () => {
			const { contact, key } = person('messenger');
			await take(says('Hello'), contact);
			await take(
				messenger({ delivery: { mids: [`${contact}-e`], watermark: 1 } }),
				contact,
				after(MINUTE * 2),
			);
			expect(await facts(key)).toMatchObject({ lastOutboundBy: 'unknown' });
			await take(
				messenger({ ...FROM_PAGE, message: { is_echo: true, mid: `${contact}-e`, text: 'Hi' } }),
				contact,
				after(MINUTE),
			);
			expect(await facts(key)).toMatchObject({ personWroteAt: after(MINUTE).toISOString() });
			expect(await used.store.transcript(key, 10)).toMatchObject([
				{ text: 'Hello' },
				{ text: 'Hi', by: 'person' },
			]);
		});

		test('a call that the business tries breaks no silence; one that the customer makes does', async () => {
			const customer = newCustomer();
			const followUp = await followUpAt(used.store, 'scheduled', { customer });
			await used.store.ingest([customer.event('call', after(MINUTE * 5))], DUE);
			expect((await followUp.now()).state).toBe('scheduled');
			await used.store.ingest([customer.event('call', after(MINUTE * 6), { opensWindow: true })], DUE);
			expect((await followUp.now()).state).toBe('ended');
		});
	});

	describe('reads and deliveries', () => {
		async function sent(): Promise<Prepared & { messageId: string }> {
			const customer = newCustomer({ channel: 'messenger' });
			const followUp = await followUpAt(used.store, 'sending', { customer });
			const messageId = `m_${followUp.id}`;
			await used.store.finishSend(followUp.id, { outcome: 'accepted', messageId }, DUE);
			return { ...followUp, messageId };
		}
		const receipt = (
			followUp: Prepared,
			state: 'read' | 'delivered',
			more: object,
			at = after(MINUTE, DUE),
		) => followUp.customer.event(state === 'read' ? 'read' : 'status', at, { receipt: { state, ...more } });

		test.each(['read', 'delivered'] as const)('a follow-up up to the watermark is %s', async (state) => {
			const followUp = await sent();
			await used.store.ingest([receipt(followUp, state, { upTo: after(MINUTE, DUE).toISOString() })], DUE);
			expect(await followUp.now()).toMatchObject({ state, [`${state}At`]: after(MINUTE, DUE).toISOString() });
		});

		test('a follow-up after the watermark is not', async () => {
			const followUp = await sent();
			await used.store.ingest([receipt(followUp, 'read', { upTo: after(-MINUTE, DUE).toISOString() })], DUE);
			expect((await followUp.now()).state).toBe('accepted');
		});

		test('by message ID, as Instagram tells it', async () => {
			const followUp = await sent();
			await used.store.ingest([receipt(followUp, 'read', { messageId: followUp.messageId })], DUE);
			expect((await followUp.now()).state).toBe('read');
		});

		test('a delivery that comes after the read changes nothing', async () => {
			const followUp = await sent();
			const upTo = after(MINUTE, DUE).toISOString();
			await used.store.ingest([receipt(followUp, 'read', { upTo })], DUE);
			await used.store.ingest([receipt(followUp, 'delivered', { upTo })], DUE);
			expect((await followUp.now()).state).toBe('read');
		});
	});

	describe('a follow-up whose answer was lost', () => {
		const echo = (followUp: Prepared, text: string, by: 'application' | 'person' = 'application') =>
			followUp.customer.isAnswered(text, after(1000, DUE), by);

		test('is sent when its echo comes', async () => {
			const customer = newCustomer({ channel: 'instagram' });
			const followUp = await followUpAt(used.store, 'sending', { customer });
			await used.store.finishSend(followUp.id, { outcome: 'unknown', message: 'timed out' }, DUE);
			const heard = echo(followUp, TEXT.kind === 'text' ? TEXT.text : '');
			await used.store.ingest([heard], DUE);
			expect(await followUp.now()).toMatchObject({ state: 'sent', messageId: heard.message?.id });
			expect(await used.store.transcript(customer.key, 1)).toMatchObject([{ by: 'follow_up' }]);
		});

		test('is not taken for another text, nor for what a person typed', async () => {
			const customer = newCustomer({ channel: 'instagram' });
			const followUp = await followUpAt(used.store, 'sending', { customer });
			await used.store.finishSend(followUp.id, { outcome: 'unknown', message: 'timed out' }, DUE);
			await used.store.ingest(
				[echo(followUp, 'Something else'), echo(followUp, TEXT.kind === 'text' ? TEXT.text : '', 'person')],
				DUE,
			);
			expect((await followUp.now()).state).toBe('unknown');
		});
	});

	describe('what was said before the number was connected', () => {
		const historic = (contact: string, messages: object[]) =>
			whatsApp('history', { history: [{ metadata: { phase: 0 }, threads: [{ id: contact, messages }] }] });

		test('is in the transcript and starts, opens and cancels nothing', async () => {
			const customer = newCustomer({ contact: { id: '573001110099', phone: '573001110099' } });
			const followUp = await followUpAt(used.store, 'scheduled', { customer });
			const before = await facts(customer.key);
			const event = customer.event('history', after(MINUTE * 30), {
				message: { id: 'h1', type: 'text', text: 'Do you open on Sunday?' },
			});
			expect(await used.store.ingest([event], DUE)).toMatchObject({ cancelled: 0 });
			expect(await facts(customer.key)).toEqual(before);
			expect((await followUp.now()).state).toBe('scheduled');
			expect(await used.store.transcript(customer.key, 1)).toMatchObject([
				{ from: 'customer', text: 'Do you open on Sunday?' },
			]);
		});

		test('a request for no more messages in it is one of that day', async () => {
			const { contact, key } = person('whatsapp');
			const said = { from: contact, id: `${contact}-h`, type: 'text', text: { body: 'stop' } };
			const [day, later] = [after(-30 * 24 * 60 * MINUTE), String(START.getTime() / 1000)];
			await take(historic(contact, [{ ...said, timestamp: later }]), contact, day);
			const wished = { optedOutAt: day.toISOString(), optedOutBy: 'customer' };
			expect(await facts(key)).toMatchObject(wished);
			expect(await facts(key)).not.toHaveProperty('lastInboundAt');
		});

		test('the content of media takes the place of its placeholder', async () => {
			const { contact, key } = person('whatsapp');
			const seconds = String(START.getTime() / 1000);
			await take(
				historic(contact, [
					{ from: contact, id: `${contact}-h`, timestamp: seconds, type: 'media_placeholder' },
				]),
				contact,
			);
			await take(
				whatsApp('history', {
					messages: [
						{
							from: contact,
							id: `${contact}-h`,
							timestamp: seconds,
							type: 'image',
							image: { caption: 'Our garden' },
						},
					],
				}),
				contact,
			);
			expect(await used.store.transcript(key, 10)).toMatchObject([{ type: 'image', text: 'Our garden' }]);
		});
	});

	describe('messages that were changed or taken back', () => {
		test('an edit changes what the transcript says and breaks no silence', async () => {
			const { contact, key } = person('messenger');
			await take(says('In red', `${contact}-m`), contact);
			await take(
				messenger({ message_edit: { mid: `${contact}-m`, text: 'In blue', num_edit: 1 } }),
				contact,
				after(MINUTE),
			);
			expect(await used.store.transcript(key, 10)).toMatchObject([{ text: 'In blue' }]);
			expect(await facts(key)).toMatchObject({ lastInboundAt: START.toISOString() });
		});

		test('an edit to "stop" is an opt-out', async () => {
			const { contact, key } = person('messenger');
			await take(says('Hm', `${contact}-m`), contact);
			await take(
				messenger({ message_edit: { mid: `${contact}-m`, text: 'Stop', num_edit: 1 } }),
				contact,
				after(MINUTE),
			);
			expect(await facts(key)).toMatchObject({ optedOutAt: after(MINUTE).toISOString() });
		});

		test.each(['after', 'before'])(
			'the text of a deleted message is forgotten, also when the deletion comes %s it',
			async (order) => {
				const { contact, key } = person('messenger');
				await take(says('First'), contact);
				const both = [
					says('My card number is 4', `${contact}-m`),
					messenger({ message: { mid: `${contact}-m`, is_deleted: true } }),
				];
				for (const body of order === 'after' ? both : both.reverse())
					await take(body, contact, after(MINUTE));
				expect(await used.store.transcript(key, 10)).toMatchObject([{ text: 'First' }, { type: 'deleted' }]);
				expect((await used.store.transcript(key, 1))[0]).not.toHaveProperty('text');
			},
		);
	});

	test('a "resume" of marketing that comes after a later "stop" lifts nothing', async () => {
		const customer = newCustomer();
		const preference = (value: 'stop' | 'resume', at: Date) =>
			customer.event('preference', at, { preference: { category: 'marketing_messages', value } });
		await used.store.ingest([preference('stop', after(MINUTE)), preference('resume', START)], DUE);
		expect(await facts(customer.key)).toMatchObject({ marketingOptedOutAt: after(MINUTE).toISOString() });
		await used.store.ingest([preference('resume', after(MINUTE * 2))], DUE);
		expect(await facts(customer.key)).not.toHaveProperty('marketingOptedOutAt');
	});
});
