import { setTimeout as sleep } from 'node:timers/promises';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import { messages, post, status } from './deliveries.ts';
import type { Fixture } from './fixture.ts';
import { WORKFLOWS } from './workflows.ts';

/** Meta waits 5 s for Messenger and Instagram. */
const ANSWER_LIMIT_MS = 5_000;
/** Time in which an execution that should not be would show: one starts within some hundred milliseconds. */
const QUIET_MS = 2_000;

const part = (ok: boolean, found: string) => ({ ok, found });
const isId = (id: string) => (row: Record<string, unknown>) => row.message_id === id;

type Scenario = (fixture: Fixture) => Promise<Check>;

const handshake: Scenario = async ({ sandbox, urlOf, n8n }) => {
	const done = await sandbox<{ ok: boolean; status: number }>('POST', '/handshake', {});
	const query = 'hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess';
	const guess = await fetch(`${urlOf(WORKFLOWS.first)}?${query}`);
	return check('Meta verifies the callback, and nobody without the verify token', [
		part(done.ok, `the handshake was answered ${done.status}`),
		part(guess.status === 403, `a guessed token was answered ${guess.status}`),
		part(n8n.executions().length === 0, `${n8n.executions().length} executions`),
	]);
};

const managed: Scenario = async ({ sandbox, urlOf }) => {
	const { subscriptions } = await sandbox<{
		subscriptions: Record<string, { callback_url: string; fields: string[] }>;
	}>('GET', '/state');
	const { callback_url, fields = [] } = subscriptions.instagram ?? {};
	return check('publishing subscribes the app where n8n manages it, and nothing else', [
		part(callback_url === urlOf(WORKFLOWS.managed), `Instagram goes to ${callback_url}`),
		part(fields.includes('messages'), `with ${fields.length} fields`),
		part(Object.keys(subscriptions).length === 1, `subscriptions: ${Object.keys(subscriptions).join(', ')}`),
	]);
};

const eachPlatform: Scenario = async (fixture) => {
	const before = fixture.executions();
	const parts = [];
	for (const [index, channel] of ['whatsapp', 'messenger', 'instagram'].entries()) {
		const phone = channel === 'whatsapp' ? { phone: '+573001119999' } : {};
		const { id } = await fixture.sandbox<{ id: string }>('POST', '/customers', {
			name: `Eva ${index}`,
			channel,
			...phone,
		});
		const text = `¡Hola desde ${channel}! 👋`;
		const { deliveries } = await fixture.sandbox<{ deliveries: { attempts: { status: number }[] }[] }>(
			'POST',
			`/customers/${id}/messages`,
			{ text, wait: true },
		);
		const answer = deliveries[0]?.attempts[0]?.status;
		const stored = fixture.stored((row) => row.text === text);
		parts.push(
			part(answer === 200 && stored === 1, `${channel}: answered ${answer}, stored ${stored} times`),
		);
	}
	await fixture.settled(before.first + before.second + before.managed + 5);
	const { first, second, managed: own } = fixture.executions();
	return check('a message of each platform is recorded and starts each workflow that listens, once', [
		...parts,
		part(first - before.first === 2, `${first - before.first} executions of the first workflow (expected 2)`),
		part(second - before.second === 2, `${second - before.second} of the one it passes on to (expected 2)`),
		part(own - before.managed === 1, `${own - before.managed} of the managed one (expected 1)`),
	]);
};

const fiftyAtOnce: Scenario = async (fixture) => {
	const before = fixture.executions();
	const body = messages(['wamid.E2E-FIFTY'], 'fifty times');
	const answers = await Promise.all(
		Array.from({ length: 50 }, async () => await post(fixture.urlOf(WORKFLOWS.first), body)),
	);
	await sleep(QUIET_MS);
	await fixture.settled(0);
	const after = fixture.executions();
	const refused = answers.filter((answer) => answer.status !== 200).length;
	const stored = fixture.stored(isId('wamid.E2E-FIFTY'));
	return check('the same delivery 50 times at once is one execution and one message', [
		part(
			refused === 0,
			`${50 - refused} of 50 answered 200, the slowest after ${Math.max(...answers.map(({ ms }) => ms))} ms`,
		),
		part(after.first - before.first === 1, `${after.first - before.first} execution of the first workflow`),
		part(after.second - before.second === 1, `${after.second - before.second} of the one it passes on to`),
		part(stored === 1, `stored ${stored} times`),
	]);
};

const thousandUpdates: Scenario = async (fixture) => {
	const ids = Array.from({ length: 1_000 }, (_, index) => `wamid.E2E-BIG-${index}`);
	const body = messages(ids, 'x'.repeat(2_960));
	const before = fixture.executions();
	const { status: code, ms } = await post(fixture.urlOf(WORKFLOWS.second), body);
	const stored = fixture.stored((row) => String(row.message_id).startsWith('wamid.E2E-BIG-'));
	await fixture.settled(0);
	const started = fixture.executions().second - before.second;
	return check('1,000 updates in 3 MB are answered within 5 s and stored whole', [
		part(
			code === 200 && ms < ANSWER_LIMIT_MS,
			`${(body.length / 1024 / 1024).toFixed(2)} MB answered ${code} after ${ms} ms`,
		),
		part(stored === 1_000, `${stored} messages stored when the answer came`),
		part(started === 1, `${started} execution`),
	]);
};

const statusesOnly: Scenario = async (fixture) => {
	await post(fixture.urlOf(WORKFLOWS.second), messages(['wamid.E2E-BEFORE'], 'hello'));
	await sleep(QUIET_MS);
	await fixture.settled(0);
	const before = fixture.n8n.executions().length;
	const bodies = Array.from({ length: 300 }, (_, index) => status(`wamid.E2E-STATUS-${index}`));
	const started = performance.now();
	let answered = 0;
	while (bodies.length > 0) {
		const answers = await Promise.all(
			bodies.splice(0, 10).map(async (body) => await post(fixture.urlOf(WORKFLOWS.second), body)),
		);
		answered += answers.filter((answer) => answer.status === 200).length;
	}
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	await sleep(QUIET_MS);
	const executions = fixture.n8n.executions().length - before;
	const stored = fixture.stored(
		(row) => String(row.message_id).startsWith('wamid.E2E-STATUS-') && row.state === 'delivered',
	);
	return check('300 deliveries of statuses start no execution and are all in the store', [
		part(answered === 300, `${answered} answered 200 in ${seconds} s`),
		part(executions === 0, `${executions} executions`),
		part(stored === 300, `${stored} in the store`),
	]);
};

const withoutExecution: Scenario = async (fixture) => {
	const write = async (id: string) => {
		const answer = await post(fixture.urlOf(WORKFLOWS.planning), messages([id], 'an appointment?'));
		await sleep(QUIET_MS);
		await fixture.settled(0);
		return answer.status;
	};
	const statuses = [await write('wamid.E2E-PLAN-1')];
	const first = fixture.executions().planning;
	statuses.push(await write('wamid.E2E-PLAN-2'), await write('wamid.E2E-PLAN-3'));
	const further = fixture.executions().planning - first;
	const planned = fixture.planned();
	const anchors = planned.map(({ anchor_id }) => anchor_id);
	const states = planned.map(({ state }) => state);
	return check('with Plan Without Execution the first message starts the workflow, further ones only plan', [
		part(
			statuses.every((status_) => status_ === 200),
			`answered ${statuses.join(', ')}`,
		),
		part(first === 1, `${first} execution for the first message`),
		part(further === 0, `${further} executions for two further ones`),
		part(anchors.join() === 'wamid.E2E-PLAN-2,wamid.E2E-PLAN-3', `planned after ${anchors.join(', ')}`),
		part(states.join() === 'ended,scheduled', `they are ${states.join(', ')}`),
	]);
};

/** What the trigger has to show in a real n8n, in the order in which it is checked. */
export const SCENARIOS: Record<string, Scenario> = {
	handshake,
	managed,
	eachPlatform,
	fiftyAtOnce,
	thousandUpdates,
	statusesOnly,
	withoutExecution,
};
