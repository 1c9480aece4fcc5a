import { setTimeout as sleep } from 'node:timers/promises';
import { parseWebhook, sharedStore, type MessagingEvent } from '../../lib/index.ts';
import { waitUntil } from '../../harness/shared/wait-until.ts';
import { FIXTURES } from '../fixtures/meta/index.ts';
import { ACCOUNT, newId } from '../support/customer.ts';
import { publishTrigger, type PublishedTrigger } from '../support/published-trigger.ts';
import { hostTrigger } from '../support/trigger-host.ts';
import { APP_SECRET, deliver, sign, whatsAppMessage } from '../support/webhook-body.ts';

const NAMED = '210000000000077';
const EVERYTHING = ['echoes', 'messages', 'optOuts', 'other', 'reactions', 'reads', 'statuses', 'templates'];
const STATES = ['delivered', 'failed', 'played', 'read', 'sent'];
const QUIET_MS = 150;

let people = 0;
const newNumber = () => `5730011${String(++people).padStart(5, '0')}`;
const idOf = (item: unknown) => (item as { event: MessagingEvent }).event.id;
const idsOf = ({ executions }: PublishedTrigger) => executions.flatMap(({ items }) => items.map(idOf));
const post = async ({ url }: { url: string }, body: object) => await deliver(url, JSON.stringify(body));

async function until(trigger: PublishedTrigger, count: number): Promise<void> {
	await waitUntil({
		...{ what: `${count} executions`, seconds: 10, everyMs: 10, details: () => trigger.logged.join('\n') },
		probe: () => (trigger.executions.length >= count ? true : undefined),
	});
}

describe('every documented shape, received by n8n and through the store', () => {
	const parameters = { events: EVERYTHING, statuses: STATES };
	let port: PublishedTrigger;
	let webhook: Awaited<ReturnType<typeof hostTrigger>>;
	beforeAll(async () => {
		port = await publishTrigger({ parameters });
		webhook = await hostTrigger({
			...{ parameters, workflow: 'webhook' },
			// The account belongs to one app, whichever way it delivers.
			credential: { appSecrets: APP_SECRET },
		});
	});
	afterAll(async () => {
		await port?.close();
		await webhook?.close();
	});

	test.each(FIXTURES.map((fixture, place) => ({ ...fixture, place })))(
		'$name gives the same items',
		async ({ body, place }) => {
			const own = JSON.stringify(body)
				.replace(/"(id|mid)":"(wamid|m_|aWdf|wacid)/g, `"$1":"$2-r${place}-`)
				.replace(/17392309\d\d/g, String(1739231955 + place));
			const wanted = parseWebhook(JSON.parse(own)).events.filter(({ kind }) => kind !== 'history');
			const before = { port: port.executions.length, webhook: webhook.executions.length };
			const ways = [
				async () => await deliver(port.url, own),
				async () => await webhook.deliver(own, { 'x-hub-signature-256': sign(own) }),
			];
			// Either may be the first to record it.
			if (place % 2 === 1) ways.reverse();
			for (const way of ways) expect((await way()).status).toBe(200);
			const distinct = new Set(wanted.map(({ kind, id }) => `${kind}:${id}`)).size;
			await until(port, before.port + distinct);
			await sleep(QUIET_MS / 10);

			const through = port.executions.slice(before.port).flatMap(({ items }) => items);
			const direct = webhook.executions
				.slice(before.webhook)
				.flatMap((items) => items.map(({ json }) => json));
			const inOrder = (items: unknown[]) =>
				[...items].sort(
					(a, b) => idOf(a).localeCompare(idOf(b)) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
				);
			expect(inOrder(through)).toEqual(JSON.parse(JSON.stringify(inOrder(direct))));
			expect(through).toHaveLength(distinct);
		},
	);
});

describe('a trigger with a port of its own', () => {
	test('starts one execution for each message, in the order of each customer', async () => {
		const trigger = await publishTrigger({ workflow: newId('workflow') });
		const [ana, ben] = [newNumber(), newNumber()];
		for (let n = 0; n < 5; n++)
			for (const from of [ana, ben])
				expect(
					(await post(trigger, whatsAppMessage(from, `${n}`, new Date(), `wamid.${from}.${n}`))).status,
				).toBe(200);
		await until(trigger, 10);
		await sleep(QUIET_MS);
		const ids = idsOf(trigger);
		expect(ids).toHaveLength(10);
		for (const from of [ana, ben])
			expect(ids.filter((id) => id.includes(from))).toEqual([0, 1, 2, 3, 4].map((n) => `wamid.${from}.${n}`));
		await trigger.close();
	});

	test('starts nothing twice for a delivery that Meta repeats', async () => {
		const trigger = await publishTrigger({ workflow: newId('workflow') });
		const body = whatsAppMessage(newNumber(), 'Hello', new Date());
		await Promise.all([post(trigger, body), post(trigger, body)]);
		await post(trigger, body);
		await until(trigger, 1);
		await sleep(QUIET_MS);
		expect(trigger.executions).toHaveLength(1);
		await trigger.close();
	});

	test('goes on to the next message of a customer while the execution of the one before runs', async () => {
		const trigger = await publishTrigger({ workflow: newId('workflow'), n8n: 'running' });
		const from = newNumber();
		await post(trigger, whatsAppMessage(from, 'one', new Date()));
		await post(trigger, whatsAppMessage(from, 'two', new Date()));
		await until(trigger, 2);
		await trigger.close();
	});

	test('starts no more executions at once than it may, and the next when one is over', async () => {
		const trigger = await publishTrigger({
			...{ workflow: newId('workflow'), n8n: 'running', parameters: { settings: { maxExecutions: 2 } } },
		});
		for (let n = 0; n < 4; n++) await post(trigger, whatsAppMessage(newNumber(), 'Hello', new Date()));
		await until(trigger, 2);
		await sleep(QUIET_MS);
		expect(trigger.executions).toHaveLength(2);
		trigger.executions[0]?.end();
		await until(trigger, 3);
		await sleep(QUIET_MS);
		expect(trigger.executions).toHaveLength(3);
		await trigger.close();
	});

	test('shares it with others, each starts once, and the last one closes it', async () => {
		const first = await publishTrigger({ workflow: newId('workflow') });
		const ownPort = Number(new URL(first.url).port);
		const second = await publishTrigger({ workflow: newId('workflow'), parameters: { ownPort } });
		await post(first, whatsAppMessage(newNumber(), 'Hello', new Date()));
		await until(first, 1);
		await until(second, 1);
		await first.close();
		expect((await post(second, whatsAppMessage(newNumber(), 'Hello', new Date()))).status).toBe(200);
		await until(second, 2);
		await second.close();
		await expect(fetch(first.url)).rejects.toThrow('fetch failed');
		expect(first.executions).toHaveLength(1);
	});

	test('published anew at once, it listens again', async () => {
		const workflow = newId('workflow');
		const first = await publishTrigger({ workflow });
		const ownPort = Number(new URL(first.url).port);
		const [second] = await Promise.all([
			first.close().then(async () => await publishTrigger({ workflow, parameters: { ownPort } })),
		]);
		await post(second as PublishedTrigger, whatsAppMessage(newNumber(), 'Hello', new Date()));
		await until(second as PublishedTrigger, 1);
		await second?.close();
	});

	test('what came in while it was closed starts when it is there again', async () => {
		const workflow = newId('workflow');
		const first = await publishTrigger({ workflow });
		await first.close();
		const other = await publishTrigger({ workflow: newId('workflow') });
		const body = whatsAppMessage(newNumber(), 'Hello', new Date(), 'wamid.while.closed');
		await post(other, body);
		await other.close();
		expect(idsOf(first)).toEqual([]);
		const again = await publishTrigger({ workflow });
		await until(again, 1);
		expect(idsOf(again)).toEqual(['wamid.while.closed']);
		await again.close();
	});

	test('an execution that n8n never had is not noted as begun', async () => {
		const workflow = newId('workflow');
		const trigger = await publishTrigger({ workflow, n8n: 'never' });
		await post(trigger, whatsAppMessage(newNumber(), 'Hello', new Date(), 'wamid.never'));
		await until(trigger, 1);
		await trigger.close();
		const store = await sharedStore();
		const later = new Date((await store.now()).getTime() + 60_000) as Awaited<ReturnType<typeof store.now>>;
		const { starts } = await store.claimStarts({
			...{ listener: `trigger:${workflow}:trigger`, now: later, limit: 9, leaseMs: 1 },
		});
		expect(starts).toMatchObject([{ event: { id: 'wamid.never' }, key: trigger.executions[0]?.key }]);
	});

	test('what n8n had begun with when it was killed is not started again', async () => {
		const [workflow, known] = [newId('workflow'), new Set<string>()];
		const killed = await publishTrigger({ workflow, n8n: 'never' });
		const from = newNumber();
		await post(killed, whatsAppMessage(from, 'one', new Date(), 'wamid.begun.one'));
		await until(killed, 1);
		await killed.close();
		known.add(killed.executions[0]?.key ?? '');
		const store = await sharedStore();
		// Its lease runs out.
		const { starts } = await store.claimStarts({
			...{ listener: `trigger:${workflow}:trigger`, limit: 9, leaseMs: 1 },
			now: new Date((await store.now()).getTime() + 60_000) as Awaited<ReturnType<typeof store.now>>,
		});
		await store.giveBackStarts(starts);
		const again = await publishTrigger({ workflow, known });
		await post(again, whatsAppMessage(from, 'two', new Date(), 'wamid.begun.two'));
		await until(again, 1);
		expect(idsOf(again)).toEqual(['wamid.begun.two']);
		await again.close();
	});

	test('says in plain words when the port is taken', async () => {
		const first = await publishTrigger({ workflow: newId('workflow') });
		const { createServer } = await import('node:http');
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as { port: number };
		await expect(
			publishTrigger({ workflow: newId('workflow'), parameters: { ownPort: port } }),
		).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken by another program`);
		server.close();
		await first.close();
	});

	test('refuses what is not signed and another verify token, and answers the handshake', async () => {
		const trigger = await publishTrigger({ workflow: newId('workflow') });
		const query = (token: string) => `?hub.mode=subscribe&hub.challenge=77&hub.verify_token=${token}`;
		const right = await fetch(`${trigger.url}${query('sandbox-verify-token')}`);
		expect([right.status, await right.text()]).toEqual([200, '77']);
		expect((await fetch(`${trigger.url}${query('guess')}`)).status).toBe(403);
		const body = JSON.stringify(whatsAppMessage(newNumber(), 'Hello', new Date()));
		expect((await deliver(trigger.url, body, { signature: null })).status).toBe(401);
		expect((await deliver(trigger.url, `${body} `, { signature: sign(body, 'guess') })).status).toBe(401);
		await trigger.close();
	});
});

test('changed back to the webhook of n8n, what waited starts all the same, and in order', async () => {
	const workflow = newId('workflow');
	const first = await publishTrigger({ workflow });
	await first.close();
	const other = await publishTrigger({ workflow: newId('workflow') });
	const from = newNumber();
	for (const id of ['wamid.left.one', 'wamid.left.two'])
		await post(other, whatsAppMessage(from, id, new Date(), id));
	await other.close();
	const back = await publishTrigger({ workflow, parameters: { receiveOn: 'webhook' } });
	await until(back, 2);
	expect(idsOf(back)).toEqual(['wamid.left.one', 'wamid.left.two']);
	await back.close();
	const again = await publishTrigger({ workflow, parameters: { receiveOn: 'webhook' } });
	await sleep(QUIET_MS);
	expect(idsOf(again)).toEqual([]);
	await again.close();
});

test('with a port of its own, too, only the accounts that are named are recorded where that is wished', async () => {
	const settings = { accounts: NAMED, recordOnly: true };
	const trigger = await publishTrigger({ workflow: newId('workflow'), parameters: { settings } });
	const [others, own] = [newNumber(), newNumber()];
	expect((await post(trigger, whatsAppMessage(others, 'Hello', new Date()))).status).toBe(200);
	const message = JSON.stringify(whatsAppMessage(own, 'Hello', new Date()));
	await deliver(trigger.url, message.replaceAll(ACCOUNT, NAMED));
	await until(trigger, 1);
	await sleep(QUIET_MS);
	expect(trigger.executions).toHaveLength(1);
	const store = await sharedStore();
	const isKnown = async (account: string, phone: string) =>
		(await store.conversation(`whatsapp:${account}:${phone}`)) !== undefined;
	expect([await isKnown(ACCOUNT, others), await isKnown(NAMED, own)]).toEqual([false, true]);
	await trigger.close();
});

test('with the webhook of n8n the trigger does nothing besides it', async () => {
	const trigger = await publishTrigger({ parameters: { receiveOn: 'webhook' } });
	await expect(fetch(trigger.url)).rejects.toThrow('fetch failed');
	await trigger.close();
});
