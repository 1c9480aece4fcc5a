import { asNow, type Now } from '../../lib/store/database/now.ts';
import {
	CHANNEL_DRIVERS,
	CHANNELS,
	conversationKey,
	cutText,
	messagingWindow,
	parseChatbot,
	parseWebhook,
	planFollowUps,
	type Channel,
	withGivenHistory,
	type Conversation,
	type MessagingEvent,
} from '../../lib/index.ts';
import { textSize } from '../../lib/messaging/platform-limits.ts';
import { AT, MILLISECONDS, SECONDS } from '../fixtures/meta/fixture.ts';
import { CHANNEL_SAMPLES } from '../fixtures/meta/channel-samples.ts';
import { newId } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

/** The same delivery a second later: of two in one second, the one that says that the thread is ours counts. */
function aSecondLater(delivery: object): object {
	const text = JSON.stringify(delivery)
		.replaceAll(String(SECONDS), String(Number(SECONDS) + 1))
		.replaceAll(String(MILLISECONDS), String(MILLISECONDS + 1_000));
	return JSON.parse(text) as object;
}

const NOW = asNow(new Date(AT));
const at = (ms: number) => after(ms, NOW);
const samples = CHANNELS.map((channel) => [channel, CHANNEL_SAMPLES[channel]] as const);
const only = (body: object): MessagingEvent => {
	const { events, ignored } = parseWebhook(body);
	expect({ events: events.length, ignored }).toEqual({ events: 1, ignored: [] });
	return events[0] as MessagingEvent;
};
const keyOf = (channel: Channel): string => conversationKey({ channel, ...CHANNEL_SAMPLES[channel] });

test('every channel has a webhook object and a name of its own', () => {
	const drivers = Object.values(CHANNEL_DRIVERS);
	expect(new Set(drivers.map(({ webhook }) => webhook.object)).size).toBe(CHANNELS.length);
	expect(new Set(drivers.map(({ facts }) => facts.name)).size).toBe(CHANNELS.length);
});

describe.each(samples)('the contract of every channel: %s', (channel, sample) => {
	const driver = CHANNEL_DRIVERS[channel];
	const { law } = sample;
	const to = { channel, contact: { id: sample.contact } };
	const text = (size: number) => ({ kind: 'text' as const, text: 'a'.repeat(size) });
	const template = {
		kind: 'template' as const,
		template: { name: 'reminder', language: 'es', parameters: [] },
	};

	test('a message of the customer opens the window, an echo does not', () => {
		const about = { channel, account: sample.account, at: AT };
		const contact = { id: sample.contact };
		expect(only(sample.text('m.1', 'Hello'))).toMatchObject({
			...{ ...about, kind: 'message', id: 'm.1', opensWindow: true },
			...{ contact, message: { type: 'text', text: 'Hello' } },
		});
		expect(only(sample.echoes('m.2', 'Good morning'))).toMatchObject({
			...{ ...about, kind: 'echo', id: 'm.2', opensWindow: false },
			...{ contact, message: { type: 'text', text: 'Good morning' }, echo: { by: expect.any(String) } },
		});
	});

	test('a text of the full length may go, a longer one is objected to and can be cut', () => {
		const { size, unit } = law.text;
		expect(driver.complaintAbout(text(size))).toBeUndefined();
		expect(driver.complaintAbout(text(size + 1))).toContain(`${size + 1} ${unit}`);
		expect(driver.complaintAbout(text(0))).toContain('empty');
		const wide = 'ñandú '.repeat(size);
		expect(textSize(channel, cutText(channel, wide))).toBeLessThanOrEqual(size);
		const bytes = new TextEncoder().encode(wide).length;
		expect(textSize(channel, wide)).toBe(unit === 'bytes' ? bytes : wide.length);
	});

	test('a body names the customer and says the text', () => {
		const body = JSON.stringify(driver.messageBody(to, { kind: 'text', text: 'Shall we?' }));
		expect(body).toContain(JSON.stringify(sample.contact));
		expect(body).toContain(JSON.stringify('Shall we?'));
	});

	test('a template goes where there are templates and nowhere else', () => {
		expect(driver.complaintAbout(template) === undefined).toBe(law.templates);
		if (law.templates) expect(JSON.stringify(driver.messageBody(to, template))).toContain('reminder');
		else expect(() => driver.messageBody(to, template)).toThrow('emplate');
	});

	test('reading is shown with a body for each sign, and the account sends in its own name', () => {
		const conversation = { ...to, account: sample.account };
		const mark = { conversation, messageId: 'm.1' };
		expect(driver.readBodies(mark).length).toBeGreaterThan(0);
		const [read, withTyping] = [mark, { ...mark, typing: true }].map((one) =>
			JSON.stringify(driver.readBodies(one)),
		);
		expect(withTyping).toContain('typing');
		expect(read).not.toContain('typing');
		expect(driver.sender?.({}) ?? sample.account).toBe(sample.account);
	});

	test('a contact is read as people write it, and what is none is refused with advice', () => {
		const { identity } = driver.facts;
		expect(identity.read(sample.written.contact)).toMatchObject({ id: sample.written.id });
		expect(identity.read(sample.written.nonsense)).toBeUndefined();
		expect(identity.advice).toMatch(/^Write .{20}/);
	});

	test('nobody is asked to send faster than Meta allows', () => {
		const { perSecond, toOneCustomer } = driver.facts.pace;
		for (const one of [perSecond.text, perSecond.media]) expect(one).toBeGreaterThanOrEqual(1);
		expect(perSecond.media).toBeLessThanOrEqual(perSecond.text);
		if (toOneCustomer) expect(Object.values(toOneCustomer).every((one) => one >= 1)).toBe(true);
	});

	test('the model chooses the moment where the law allows it; elsewhere the delay counts, with a reason', () => {
		expect(driver.facts.hasAiTiming).toBe(law.aiTiming);
		const chatbot = parseChatbot({
			...{ id: 'c', stopCondition: 'When it is booked', settings: { aiFirstLookMinutes: 90 } },
			followUps: [{ name: 'A', description: 'When silent', timing: 'ai', delay: 5, delayUnit: 'hours' }],
		});
		const conversation = withGivenHistory({
			...{ key: keyOf(channel), channel, account: sample.account, contact: { id: sample.contact } },
			...{ lastInboundAt: AT, lastInboundId: 'm.1', windowOpenedAt: AT, windowOpenedBy: 'message' },
		});
		const { planned } = planFollowUps({ chatbot, conversation, now: NOW });
		const dueAt = at(law.aiTiming ? 90 * MINUTE : 5 * HOUR).toISOString();
		const codes = law.aiTiming ? [] : [expect.objectContaining({ code: 'ai_timing_not_available' })];
		expect(planned).toMatchObject([{ dueAt, reasons: codes }]);
	});

	describe.each(databases)('in the store on $name', (kind) => {
		const open = useStore(kind);

		/** A chatbot that plans for whoever writes. */
		async function planner() {
			const source = { id: newId('source'), version: 'one' };
			const followUps = [
				{ name: 'A', description: 'When silent', messageSource: 'fixed', message: 'Still there?' },
			];
			const read = parseChatbot({ id: newId('chatbot'), stopCondition: 'When it is booked', followUps });
			await open.store.registerChatbot(read, NOW, source);
			return async (body: object, now: Now) =>
				await open.store.ingest(parseWebhook(body).events, now, { planBy: [source] });
		}
		const conversation = async () => (await open.store.conversation(keyOf(channel))) as Conversation;

		test('the window is open for as long as Meta says, and follow-ups are planned for the silence', async () => {
			const takes = await planner();
			const first = newId('first');
			expect(await takes(sample.text(first, 'Hello'), at(1_000))).toMatchObject({ planned: 1 });
			const now = await conversation();
			expect(now).toMatchObject({ lastInboundAt: AT, lastInboundId: first, windowOpenedAt: AT });
			const ends = law.windowHours * HOUR;
			expect(messagingWindow(now, at(ends - 1)).isOpen).toBe(true);
			expect(messagingWindow(now, at(ends)).isOpen).toBe(false);
		});

		test('the same ID twice is one, in a delivery and over deliveries', async () => {
			const takes = await planner();
			const id = newId('twice');
			const { events } = parseWebhook(sample.text(id, 'Is Friday free?'));
			expect(await open.store.ingest([...events, ...events], NOW)).toMatchObject({ duplicates: 1 });
			expect(await takes(sample.text(id, 'Is Friday free?'), at(MINUTE))).toMatchObject({
				...{ duplicates: 1, planned: 0, events: [] },
			});
			const said = await open.store.transcript(keyOf(channel), 50);
			expect(said.filter((one) => one.id === id)).toHaveLength(1);
		});

		test('an echo is no message of the customer: it opens, plans and cancels nothing', async () => {
			const takes = await planner();
			await takes(sample.text(newId('m'), 'Hello'), at(1_000));
			const before = await conversation();
			const id = newId('echo');
			expect(await takes(sample.echoes(id, 'Which day?'), at(2_000))).toMatchObject({
				...{ planned: 0, cancelled: 0 },
			});
			const { lastInboundId, windowOpenedAt, lastOutboundAt } = await conversation();
			expect([lastInboundId, windowOpenedAt]).toEqual([before.lastInboundId, before.windowOpenedAt]);
			expect(lastOutboundAt).toBe(AT);
			const said = await open.store.transcript(keyOf(channel), 50);
			expect(said.find((one) => one.id === id)).toMatchObject({ from: 'business', text: 'Which day?' });
		});

		test('what the customer says to another app ends what is planned, and plans nothing', async () => {
			const takes = await planner();
			await takes(sample.text(newId('m'), 'Hello'), at(1_000));
			const id = newId('standby');
			expect(await takes(aSecondLater(sample.standby(id, 'Is anybody there?')), at(2_000))).toMatchObject({
				...{ planned: 0, events: [{ event: { kind: 'standby', id } }] },
			});
			expect(await open.store.list({ states: ['scheduled'], conversation: keyOf(channel) })).toEqual([]);
			expect(await conversation()).toMatchObject({
				lastInboundId: id,
				ownedByOtherSince: new Date(Date.parse(AT) + 1_000).toISOString(),
			});
			const said = await open.store.transcript(keyOf(channel), 50);
			expect(said.find((one) => one.id === id)).toMatchObject({ from: 'customer' });
		});
	});
});
