import {
	parseChatbot,
	simulate,
	simulationSummary,
	type ChatbotInput,
	type PastConversation,
	type SimulatedConversation,
	type SimulatedFollowUp,
	type SimulationOptions,
	type TranscriptMessage,
} from '../../lib/index.ts';
import { isInControlGroup } from '../../lib/follow-up/control-group.ts';
import { RATE_TABLE } from '../../lib/meta/prices/rate-table.ts';
import { isOptOut } from '../../lib/opt-out/index.ts';
import { scripted } from '../ai/support/scripted-model.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

type FollowUp = ChatbotInput['followUps'][number];

const reminder = (more: object = {}): FollowUp =>
	({
		...{ id: 'reminder', name: 'Reminder', description: 'When nothing is heard', delay: 4 },
		...{ messageSource: 'fixed', message: 'Shall we?' },
		...more,
	}) as FollowUp;

const chatbot = (followUps: FollowUp[] = [reminder()], settings: object = {}) =>
	parseChatbot({ id: 'shop', stopCondition: 'When it is bought', followUps, settings });

const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const RATES = { ...RATE_TABLE, rates: { CO: { service: 0.01 } } };

let ids = 0;
const message = (
	ms: number,
	text: string,
	from: 'customer' | 'business' = 'customer',
	more = {},
): TranscriptMessage => ({
	...{ id: `m${++ids}`, at: after(ms).toISOString(), from, type: 'text', text },
	...more,
});

function past(
	messages: TranscriptMessage[],
	facts: Partial<PastConversation['facts']> = {},
): PastConversation {
	const channel = facts.channel ?? 'whatsapp';
	return {
		facts: {
			...{ key: `${channel}:1:2`, channel, account: '1', contact: { id: '2', phone: '573001112233' } },
			...facts,
		},
		messages,
		knownUntil: after(48 * HOUR).toISOString(),
	};
}

async function replayed(one: PastConversation, options: SimulationOptions = { chatbot: chatbot() }) {
	const all: SimulatedConversation[] = [];
	for await (const simulated of simulate([one], options)) all.push(simulated);
	return all[0]?.followUps as SimulatedFollowUp[];
}

const asked = () => [message(0, 'How much is it?'), message(MINUTE, 'Ten', 'business')];

test('a customer who stays silent would get it at its time, with its text and its cost', async () => {
	const [one, ...others] = await replayed(past(asked()), { chatbot: chatbot(), rates: RATES });
	expect(others).toEqual([]);
	expect(one).toMatchObject({
		...{ id: 'reminder', outcome: 'send', at: after(4 * HOUR).toISOString(), assumesSilence: false },
		content: { kind: 'text', text: 'Shall we?' },
		reason: { code: 'decided_send' },
		cost: { currency: RATE_TABLE.currency, low: 0, high: 0.01, market: 'CO' },
	});
});

test('it stops at the moment the real customer wrote again, also at the very moment it was due', async () => {
	for (const reply of [2 * HOUR, 4 * HOUR]) {
		const followUps = await replayed(past([...asked(), message(reply, 'Hello?')]));
		expect(followUps[0]).toMatchObject({
			...{ outcome: 'ended', at: after(reply).toISOString(), reason: { code: 'cancelled_reply' } },
		});
		expect(followUps[0]).not.toHaveProperty('content');
	}
	const late = await replayed(past([...asked(), message(4 * HOUR + MINUTE, 'Hello?')]));
	expect(late[0]).toMatchObject({ outcome: 'send', at: after(4 * HOUR).toISOString() });
});

test('every silence of the conversation is tried', async () => {
	const second = [message(30 * HOUR, 'And in blue?'), message(30 * HOUR + MINUTE, 'Also ten', 'business')];
	const followUps = await replayed(past([...asked(), ...second]));
	expect(followUps.map(({ at, outcome }) => [at, outcome])).toEqual([
		[after(4 * HOUR).toISOString(), 'send'],
		[after(34 * HOUR).toISOString(), 'send'],
	]);
});

test('what lies after the known part holds only if the customer stays silent', async () => {
	const [one] = await replayed({ ...past(asked()), knownUntil: after(HOUR).toISOString() });
	expect(one).toMatchObject({ outcome: 'send', assumesSilence: true });
});

test('follow-ups of the past make room for those of now', async () => {
	const before = message(3 * HOUR, 'Still there?', 'business', { by: 'follow_up' });
	// It counts from the last message of anyone: were the old one there, it would be due later.
	const followUps = [reminder({ anchor: 'anyone' })];
	const [one] = await replayed(past([...asked(), before]), { chatbot: chatbot(followUps) });
	expect(one).toMatchObject({ outcome: 'send', at: after(4 * HOUR + MINUTE).toISOString() });
});

test.each([
	['a laugh answers nothing', '😂', 'send'],
	['a heart is the answer', '❤', 'ended'],
])('%s', async (_name, emoji, outcome) => {
	const reaction = message(HOUR, emoji, 'customer', { type: 'reaction' });
	expect(await replayed(past([...asked(), reaction]))).toMatchObject([{ outcome }]);
});

const stop = 'Stop';
/** Half of all keys are; this is the first of them. */
const HELD_OUT = Array.from({ length: 100 }, (_, n) => `whatsapp:1:${n}`).find((key) =>
	isInControlGroup(key, 'shop', 50),
) as string;

test.each<[string, PastConversation, Parameters<typeof chatbot>, object]>([
	[
		'nobody answered the customer',
		past([message(0, 'Hello?')]),
		[],
		{ outcome: 'ended', reason: { code: 'business_silent' } },
	],
	[
		'they asked to be left alone',
		past([...asked(), message(HOUR, stop)]),
		[],
		{ outcome: 'ended', at: after(HOUR).toISOString() },
	],
	[
		'the business noted an opt-out',
		past(asked(), { optedOutAt: after(2 * HOUR).toISOString() }),
		[],
		{ outcome: 'ended', at: after(2 * HOUR).toISOString(), reason: { code: 'opted_out' } },
	],
	[
		'the conversation was paused',
		past(asked(), { pausedAt: after(2 * HOUR).toISOString() }),
		[],
		{ outcome: 'ended', reason: { code: 'paused' } },
	],
	[
		'it was converted',
		past(asked(), { convertedAt: after(2 * HOUR).toISOString() }),
		[],
		{ outcome: 'ended', reason: { code: 'converted' } },
	],
	[
		'another app took the thread',
		past(asked(), { ownedByOtherSince: after(2 * HOUR).toISOString() }),
		[],
		{ outcome: 'ended', reason: { code: 'owned_by_other_app' } },
	],
	[
		'a person wrote',
		past([...asked(), message(3 * HOUR, 'I will see', 'business', { by: 'person' })]),
		[[reminder()], { resumeAfterPersonHours: 2 }],
		{ outcome: 'send', at: after(5 * HOUR).toISOString() },
	],
	[
		'it is switched off',
		past(asked()),
		[[reminder({ active: false })]],
		{ outcome: 'not_planned', reason: { code: 'definition_inactive' } },
	],
	[
		'it is not for this platform',
		past(asked(), { channel: 'instagram' }),
		[[reminder({ platforms: ['whatsapp'] })]],
		{ outcome: 'not_planned', reason: { code: 'platform_not_selected' } },
	],
	[
		'the delay reaches past the window',
		past(asked(), { channel: 'messenger' }),
		[[reminder({ delay: 30 })], { safetyMarginMinutes: 15 }],
		{ outcome: 'send', at: after(24 * HOUR - 15 * MINUTE).toISOString() },
	],
	[
		'it falls into the quiet hours',
		// START is 15:00 UTC; due 19:00.
		past(asked()),
		[[reminder()], { timeZone: 'UTC', quietHours: [{ days: EVERY_DAY, from: '18:00', to: '22:00' }] }],
		{ outcome: 'send', at: after(7 * HOUR).toISOString() },
	],
	[
		'it belongs to the share without follow-ups',
		past(asked(), { key: HELD_OUT, contact: { id: HELD_OUT.split(':')[2] as string } }),
		[[reminder()], { holdOutPercent: 50 }],
		{ outcome: 'ended', at: after(4 * HOUR).toISOString(), reason: { code: 'held_out' } },
	],
])('when %s, it says so', async (_what, conversation, definition, expected) => {
	const followUps = await replayed(conversation, { chatbot: chatbot(...definition) });
	expect(followUps[0]).toMatchObject(expected);
	expect(followUps[0]?.reason.sentence).not.toBe('');
});

test('the word the customer stopped with is one that counts', () => expect(isOptOut(stop)).toBe(true));

test('a dry run is tried as if it sent', async () => {
	expect(await replayed(past(asked()), { chatbot: chatbot([reminder()], { dryRun: true }) })).toMatchObject([
		{ outcome: 'send', content: { text: 'Shall we?' } },
	]);
});

test('without a model a text by AI stays unwritten and is marked', async () => {
	const byAi = chatbot([reminder({ messageSource: 'ai', message: '' })]);
	const [one] = await replayed(past(asked()), { chatbot: byAi });
	expect(one).toMatchObject({ outcome: 'send', needsModel: true });
	expect(one).not.toHaveProperty('content');
});

test('with a model its answer counts: text, tokens, and what it decides against', async () => {
	const byAi = chatbot([
		reminder({ messageSource: 'ai', message: '' }),
		reminder({ id: 'other', name: 'Other', messageSource: 'ai', message: '', delay: 6 }),
	]);
	const text = 'Would you still like it?';
	const model = scripted(
		{ followUps: [{ name: 'Reminder', message: text }] },
		{ followUps: [{ name: 'Other', trigger: false, message: null }] },
	);
	const [first, second] = await replayed(past(asked()), { chatbot: byAi, model });
	expect(first).toMatchObject({
		...{ outcome: 'send', content: { text } },
		model: { model: 'scripted-1', calls: 1, inputTokens: 1_000, outputTokens: 101 },
	});
	expect(first).not.toHaveProperty('needsModel');
	expect(second).toMatchObject({ outcome: 'ended', reason: { code: 'not_triggered' } });
	// Only what came due was asked about, and the second time with what had gone by then.
	expect(model.asked).toHaveLength(2);
	expect(model.asked[1]?.user).toContain(text);
});

test('the summary adds up, and unknown costs stay apart', async () => {
	const unknownCountry = past(asked(), { contact: { id: '3' }, key: 'whatsapp:1:3' });
	const all: SimulatedConversation[] = [];
	const conversations = [past(asked()), unknownCountry, past([...asked(), message(HOUR, 'Hello?')])];
	for await (const one of simulate(conversations, { chatbot: chatbot(), rates: RATES })) all.push(one);
	const sent = all.flatMap(({ followUps }) => followUps).filter(({ outcome }) => outcome === 'send');
	expect(sent).toHaveLength(2);
	expect(simulationSummary(all)).toMatchObject({
		...{ conversations: 3, model: { calls: 0 } },
		byFollowUp: [{ id: 'reminder', send: sent.length }],
		costs: [{ currency: RATE_TABLE.currency, messages: sent.length, low: 0, high: 0.01, unknown: 1 }],
	});
});
