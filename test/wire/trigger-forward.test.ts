import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { asNow } from '../../lib/store/database/now.ts';
import {
	CUSTOMER_BSUID,
	PHONE_NUMBER_ID,
	SECONDS,
	whatsApp,
	whatsAppMessage,
} from '../fixtures/meta/fixture.ts';
import { APP_SECRET, hostTrigger, type HostedTrigger, type TriggerOptions } from '../support/trigger-host.ts';

const KEY = `whatsapp:${PHONE_NUMBER_ID}:${CUSTOMER_BSUID}`;
let ids = 0;
const message = () =>
	whatsAppMessage({ type: 'text', text: { body: 'hola, ¿hay sitio mañana?' } }, `wamid.${++ids}`);

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map(async (one) => await one.close()));
});

async function trigger(options: TriggerOptions = {}): Promise<HostedTrigger> {
	const hosted = await hostTrigger(options);
	open.push(hosted);
	return hosted;
}

/** Something that answers every POST with a status of its own choice, or closes the line. */
async function answering(...statuses: (number | 'reset')[]) {
	let asked = 0;
	let held = Promise.resolve();
	const server = createServer((request, response) => {
		const status = statuses[Math.min(asked++, statuses.length - 1)];
		if (status === 'reset') return void request.socket.destroy();
		request.resume().on('end', () => void held.then(() => response.writeHead(status ?? 200).end()));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	open.push({
		close: async () => await new Promise((resolve) => server.close(resolve).closeAllConnections()),
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		asked: () => asked,
		/** Keeps all answers back until then. */
		hold: (until: Promise<void>) => void (held = until),
	};
}

const counts = (...triggers: HostedTrigger[]) => triggers.map(({ executions }) => executions.length);

describe('one delivery, many times at once', () => {
	test('starts one execution and leaves one message', async () => {
		const one = await trigger({ workflow: 'many' });
		const body = message();
		const answers = await Promise.all(Array.from({ length: 50 }, async () => await one.deliver(body)));
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(counts(one)).toEqual([1]);
		const transcript = await (await one.store()).transcript(KEY, 100);
		expect(transcript.filter(({ id }) => id === `wamid.${ids}`)).toHaveLength(1);
	});
});

describe('workflows that share one callback', () => {
	const forwarding = async (workflow: string, ...urls: string[]) =>
		await trigger({ workflow, parameters: { 'settings.forwardTo': urls } });

	test('each start once for each event, however often and however many at once it comes', async () => {
		const [second, third] = [await trigger({ workflow: 'second' }), await trigger({ workflow: 'third' })];
		const first = await forwarding('first', second.url, third.url);
		const body = message();
		const answers = await Promise.all(Array.from({ length: 10 }, async () => await first.deliver(body)));
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(counts(first, second, third)).toEqual([1, 1, 1]);
		// The one that came second gets the conversation with it, though it recorded nothing new.
		for (const { executions } of [first, second, third])
			expect(executions[0]?.[0]?.json).toMatchObject({
				conversation: { key: KEY },
				event: { id: `wamid.${ids}` },
			});
	});

	test('each have a choice of events of their own', async () => {
		const second = await trigger({
			workflow: 'statuses',
			parameters: { events: ['statuses'], statuses: ['read'] },
		});
		const first = await forwarding('messages', second.url);
		const status = (id: string, state: string) =>
			whatsApp('messages', {
				statuses: [{ id, status: state, timestamp: SECONDS, recipient_user_id: CUSTOMER_BSUID }],
			});
		await first.deliver(message());
		await first.deliver(status('wamid.out', 'delivered'));
		await first.deliver(status('wamid.out', 'read'));
		expect(counts(first, second)).toEqual([1, 1]);
		expect(second.executions[0]?.[0]?.json).toMatchObject({ event: { id: 'wamid.out:read' } });
	});

	test('do not play ping-pong when they name each other', async () => {
		const parameters: Record<string, unknown> = {};
		const second = await trigger({ workflow: 'pong', parameters });
		const first = await forwarding('ping', second.url);
		parameters['settings.forwardTo'] = [first.url];
		await first.deliver(message());
		await second.deliver(message());
		expect(counts(first, second)).toEqual([2, 2]);
	});

	test('one that refuses for good does not make Meta deliver again', async () => {
		const gone = await answering(404);
		const wrongSecret = await trigger({ workflow: 'other', credential: { appSecrets: `not-${APP_SECRET}` } });
		const first = await forwarding('with-gone', gone.url, wrongSecret.url, 'ftp://nowhere', '  ');
		expect((await first.deliver(message())).status).toBe(200);
		expect(counts(first)).toEqual([1]);
		expect(first.logged.join('\n')).toMatch(
			/answered 404[^]*ftp:\/\/nowhere|ftp:\/\/nowhere[^]*answered 404/,
		);
	});

	test.each([500, 503, 429, 'reset'] as const)(
		'one that cannot just now (%s) gets it with the repetition, the first nothing twice',
		async (problem) => {
			const busy = await answering(problem, 200);
			const first = await forwarding(`with-busy-${problem}`, busy.url);
			const body = message();
			expect((await first.deliver(body)).status).toBe(500);
			expect((await first.deliver(body)).status).toBe(200);
			expect(busy.asked()).toBe(2);
			expect(counts(first)).toEqual([1]);
		},
	);

	test('the same delivery many times at once is passed on once, and all are told what became of it', async () => {
		let release = () => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		const slow = await answering(500, 200);
		const first = await forwarding('crowd', slow.url);
		slow.hold(held);
		const body = message();
		const answers = Array.from({ length: 20 }, async () => await first.deliver(body));
		await first.received(20);
		await setImmediate();
		// The store takes one delivery after the other: when this empty one is through, all others are.
		await (await first.store()).ingest([], asNow(new Date()));
		await setImmediate();
		release();
		expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([500]));
		expect(slow.asked()).toBe(1);
		expect((await first.deliver(body)).status).toBe(200);
		expect(slow.asked()).toBe(2);
	});

	test('one that is answered while the same one is still being passed on is told "taken" too', async () => {
		let release = () => {};
		const slow = await answering(500, 200);
		const first = await forwarding('overtaken', slow.url);
		const body = message();
		// Meta repeats because of the 500. Nothing is noted as answered yet when the repetition is recorded …
		const confirmed = first.holdConfirmation();
		expect((await first.deliver(body)).status).toBe(500);
		slow.hold(new Promise<void>((resolve) => (release = resolve)));
		const repeated = first.deliver(body);
		while (slow.asked() < 2) await setImmediate();
		// … and it is by the time the other workflow has taken it.
		await confirmed();
		release();
		expect((await repeated).status).toBe(200);
		expect(counts(first)).toEqual([1]);
	});

	test('a trigger that is being tried out passes nothing on, and takes the same sample as often as one likes', async () => {
		const second = await answering(200);
		const test = await trigger({
			workflow: 'try',
			mode: 'manual',
			parameters: { 'settings.forwardTo': [second.url] },
		});
		const body = message();
		await test.deliver(body);
		await test.deliver(body);
		expect(counts(test)).toEqual([2]);
		expect(second.asked()).toBe(0);
	});
});

describe('the account filter', () => {
	test('starts the workflow for the chosen accounts only, and records the others too', async () => {
		const one = await trigger({ workflow: 'filtered', parameters: { 'settings.accounts': '999, 998' } });
		const body = message();
		await one.deliver(body);
		expect(counts(one)).toEqual([0]);
		expect(await (await one.store()).transcript(KEY, 1)).toMatchObject([{ id: `wamid.${ids}` }]);
		const other = JSON.stringify(body).replaceAll(PHONE_NUMBER_ID, '998');
		await one.deliver(other);
		expect(counts(one)).toEqual([1]);
	});
});
