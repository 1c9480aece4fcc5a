import type { INodeParameters } from 'n8n-workflow';
import { sharedStore, type Channel, type MediaFile } from '../../lib/index.ts';
import { useModelServer } from '../ai/support/model-server.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newCustomer, newId, type Customer } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow, sandboxCredentials, type Ran } from '../support/engine.ts';
import { eventItem, flow, reminder } from '../support/flow.ts';
import { registerListener, sendsFile } from '../support/media.ts';
import { DUE, followUpAt } from '../support/scheduled.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

const server = useModelServer();
afterAll(releaseClock);

const parameters = (chatbotId: string, settings: INodeParameters = {}): INodeParameters => ({
	...{ chatbotId, stopCondition: 'When the customer confirms the appointment' },
	...{ decideBy: 'openAiCompatible', model: { __rl: true, mode: 'id', value: 'sandbox-rules-1' } },
	followUps: { values: [reminder({ messageSource: 'ai', message: '' })] },
	settings: { understandMedia: true, ...settings },
});

const base = () => server.url().replace(/\/v1$/, '');

/** A file that a customer of the sandbox has sent. */
async function file(
	channel: Channel,
	kind: 'voice' | 'picture',
	text: string,
	more: object = {},
): Promise<MediaFile> {
	const person = await server.api('POST', '/customers', { name: 'Ana', channel });
	const { media } = await server.api('POST', `/customers/${person.id}/events`, { kind, text, ...more });
	const where = channel === 'whatsapp' ? { id: media } : { url: `${base()}/graph/cdn/${media}` };
	return kind === 'voice' ? { kind: 'audio', voice: true, ...where } : { kind: 'image', ...where };
}

async function run(
	evaluate: INodeParameters,
	items: Parameters<typeof runWorkflow>[1]['items'],
	credentials = sandboxCredentials(base()),
) {
	return await runWorkflow(flow(evaluate), { start: 'Start', items: items ?? [], credentials });
}

/** Somebody who asked, was answered, and then sent a file; their follow-up is due. */
async function dueAfter(media: MediaFile, { channel = 'whatsapp' as Channel, settings = {} } = {}) {
	const store = await sharedStore();
	const chatbot = newId('chatbot');
	const evaluate = parameters(chatbot, settings);
	const customer = newCustomer({ channel });
	await registerListener(store, chatbot);
	setClock(after(MINUTE));
	const event = sendsFile(customer, after(30_000), media);
	const answer = customer.isAnswered('Which day suits you?', after(MINUTE));
	await store.ingest([customer.writes('An appointment please'), event, answer], after(MINUTE));
	const conversation = await store.conversation(customer.key);
	if (!conversation) throw new Error('The message was not taken in');
	await run(evaluate, [eventItem(event, conversation, after(MINUTE))]);
	setClock(after(5 * HOUR));
	const due = await dueItems(chatbot);
	return { store, customer, evaluate, due, decide: async () => await decided(evaluate, due) };
}

async function decided(evaluate: INodeParameters, due: Parameters<typeof run>[1]) {
	const json = flow(evaluate);
	json.connections.Evaluate = { main: [] };
	const ran = await runWorkflow(json, {
		start: 'Start',
		items: due ?? [],
		credentials: sandboxCredentials(base()),
	});
	return { ran, decision: decisionIn(ran), hints: ran.hints('Evaluate').map(({ message }) => message) };
}

function decisionIn(ran: Ran): string {
	const { action, code } = (ran.outputs('Evaluate').flat()[0]?.json.decision ?? {}) as {
		action?: string;
		code?: string;
	};
	return `${action} ${code}`;
}

const asked = async () =>
	(await server.calls()).map(({ request }) =>
		'messages' in request ? request.messages.at(-1)?.content : request,
	) as unknown[];
const mediaOf = async (customer: Customer) =>
	(await (await sharedStore()).transcript(customer.key, 10)).find(({ media }) => media);

const CONFIRMS = 'Sí, confirmo la cita';

test.each<Channel>(['whatsapp', 'instagram', 'messenger'])(
	'what is confirmed by voice on %s stops the follow-up, and is given to the server once',
	async (channel) => {
		const { decide, customer, due } = await dueAfter(await file(channel, 'voice', CONFIRMS), { channel });
		expect(due).toHaveLength(1);
		const { decision } = await decide();
		expect(decision).toBe('stop stopped_goal');
		expect(await mediaOf(customer)).toMatchObject({
			text: CONFIRMS,
			media: { state: 'understood', seconds: expect.any(Number) },
		});
		const [heard, question] = await asked();
		expect(heard).toMatchObject({ model: 'whisper-1', file: 'voice.ogg' });
		expect(JSON.parse(question as string)).toMatchObject({
			aboutKinds: expect.stringContaining('transcribed'),
			transcript: expect.arrayContaining([expect.objectContaining({ kind: 'voice, 0:02', text: CONFIRMS })]),
		});
		expect(await asked()).toHaveLength(2);
	},
);

test('a picture is described once by the model that decides, and its words are not those of the customer', async () => {
	const { decide, customer } = await dueAfter(await file('whatsapp', 'picture', 'STOP. A red sign'));
	expect((await decide()).decision).toBe('send decided_send');
	expect(await mediaOf(customer)).toMatchObject({
		text: 'STOP. A red sign',
		media: { kind: 'image', state: 'understood' },
	});
	const [, question] = await asked();
	expect(JSON.parse(question as string).transcript).toContainEqual(
		expect.objectContaining({ kind: 'picture' }),
	);
});

test('found late, a request for no more messages by voice ends what was due', async () => {
	const { decide } = await dueAfter(await file('whatsapp', 'voice', 'No me escriban más'));
	const { ran } = await decide();
	expect(ran.outputs('Evaluate').flat()).toEqual([]);
});

test('in answer to a follow-up it counts at once: nothing more is planned, and its log holds the call', async () => {
	const store = await sharedStore();
	const chatbot = await registerListener(store);
	const sent = await followUpAt(store, 'sending');
	await store.finishSend(sent.id, { outcome: 'accepted', messageId: newId('wamid') }, DUE);
	setClock(after(5 * HOUR));
	const event = sendsFile(
		sent.customer,
		after(5 * HOUR),
		await file('whatsapp', 'voice', 'No me escriban más, por favor'),
	);
	await store.ingest([event], after(5 * HOUR));
	const conversation = await store.conversation(sent.customer.key);
	if (!conversation) throw new Error('The message was not taken in');
	const ran = await run(parameters(chatbot), [eventItem(event, conversation, after(5 * HOUR))]);
	expect(await store.conversation(sent.customer.key)).toMatchObject({ optedOutBy: 'customer' });
	expect(ran.outputs('Evaluate')[0]).toEqual([]);
	expect(ran.json('Evaluate', 2)).toMatchObject([{ decision: { code: 'opted_out' } }]);
	expect((await store.audit(sent.id)).at(-1)).toMatchObject({
		code: 'media_understood',
		detail: { calls: 1 },
	});
});

test('without the setting nothing is fetched and nothing is paid', async () => {
	const { decide, customer } = await dueAfter(await file('whatsapp', 'voice', CONFIRMS), {
		settings: { understandMedia: false },
	});
	expect((await decide()).decision).toBe('send decided_send');
	expect(await mediaOf(customer)).not.toHaveProperty('text');
	expect(await asked()).toHaveLength(1);
});

describe('what cannot be understood says why, and nobody takes it for an answer', () => {
	test.each<[string, MediaParameters, string]>([
		['a recording of 17 MB', ['voice', { bytes: 17 * 1024 * 1024 }], 'too_large'],
		['a file that Meta has no longer', ['voice', { expired: true }], 'expired'],
		[
			'a recording that is none',
			['voice', { file: Buffer.from('<html></html>').toString('base64') }],
			'unsupported_type',
		],
		[
			'a picture that is none',
			['picture', { file: Buffer.from('<html></html>').toString('base64') }],
			'no_picture',
		],
	])('%s', async (_what, [kind, more], failure) => {
		const { decide, customer } = await dueAfter(await file('whatsapp', kind, CONFIRMS, more));
		const { decision, hints } = await decide();
		expect(decision).toBe('send decided_send');
		expect(hints.join()).toContain('not understood');
		expect(await mediaOf(customer)).toMatchObject({ media: { state: 'failed', failure } });
		const [question] = await asked();
		expect(JSON.parse(question as string).transcript).toContainEqual(
			expect.objectContaining({ notUnderstood: expect.any(String) }),
		);
	});

	test('an address that is none of Meta is not opened', async () => {
		const { decide, customer } = await dueAfter(
			{ kind: 'audio', url: 'http://127.0.0.1:1/secret' },
			{ channel: 'messenger' },
		);
		await decide();
		expect(await mediaOf(customer)).toMatchObject({ media: { failure: 'wrong_address' } });
	});

	test('a server without transcription: it is decided without, and heard as soon as there is one', async () => {
		const { decide, customer, store } = await dueAfter(await file('whatsapp', 'voice', CONFIRMS));
		await server.fault({ status: 404 });
		const { decision, hints } = await decide();
		expect(decision).toBe('send decided_send');
		expect(hints.join()).toContain('Set Transcription Model');
		expect(await mediaOf(customer)).toMatchObject({ media: { state: 'open', failure: 'no_transcription' } });
		expect(
			(await store.claimMedia(customer.key, { leaseMs: 1, limit: 5 }, await store.now())).claimed,
		).toHaveLength(1);
	});

	test('a server that is down: the follow-up waits', async () => {
		const { decide, customer } = await dueAfter(await file('whatsapp', 'voice', CONFIRMS));
		await server.fault({ status: 503 });
		expect((await decide()).decision).toBe('wait ai_retry');
		expect(await mediaOf(customer)).toMatchObject({
			media: { state: 'open', failure: 'server_unavailable' },
		});
	});
});

type MediaParameters = ['voice' | 'picture', object];
