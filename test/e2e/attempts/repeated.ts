import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Fixture } from './fixture.ts';

const part = (ok: boolean, found: string) => ({ ok, found });
/** The person cannot be reached (code 131026 on WhatsApp, 551 here), which is certain. */
const UNREACHABLE = { target: 'send', count: 1, status: 400, code: 551 };

async function three(fixture: Fixture, about: string) {
	const people = [];
	for (let n = 1; n <= 3; n++) people.push(await fixture.newPerson('inbound', `${about} ${n}`));
	return { people, body: { people: people.map(({ conversation }) => conversation) } };
}

const repeatedOf = (items: Record<string, unknown>[]) =>
	items.filter((item) => (item.result as { alreadySent?: boolean } | undefined)?.alreadySent).length;

/** n8n repeats the whole node because one of three customers could not be reached, or because an answer was lost. */
export async function retryOnFail(fixture: Fixture): Promise<Check> {
	const refused = await three(fixture, 'Refused');
	await fixture.sandbox.call('POST', '/faults', { ...UNREACHABLE, customer: refused.people[2]?.id });
	const again = await fixture.call('retried', refused.body);
	const lost = await three(fixture, 'Lost');
	await fixture.sandbox.call('POST', '/faults', {
		...{ target: 'send', count: 1, reset: true, afterAccept: true, customer: lost.people[1]?.id },
	});
	const unknown = await fixture.call('retried', lost.body);
	const [gotAgain, gotLost] = [await fixture.received(refused.people), await fixture.received(lost.people)];
	return check('Retry On Fail sends nobody a copy', [
		part(
			again.status === 200 && repeatedOf(again.items) === 2,
			`one refused once: answered ${again.status}, ${repeatedOf(again.items)} items were sent already`,
		),
		part(gotAgain.join() === '1,1,1', `messages: ${gotAgain.join(', ')}`),
		part(unknown.status === 500, `an answer lost: answered ${unknown.status}`),
		part(gotLost.every((count) => count <= 1) && gotLost[1] === 1, `messages: ${gotLost.join(', ')}`),
	]);
}

/** A person repeats an execution from n8n's list. */
export async function retriedFromTheList(fixture: Fixture): Promise<Check> {
	const { people, body } = await three(fixture, 'Listed');
	await fixture.sandbox.call('POST', '/faults', { ...UNREACHABLE, customer: people[2]?.id });
	const first = await fixture.call('fromTheList', body);
	const failed = fixture.n8n
		.executions()
		.findLast(({ workflowId, status }) => workflowId === 'fromTheList' && status === 'error');
	const rest = await fixture.n8n.login();
	const retry = async () =>
		await rest(`/rest/executions/${failed?.id}/retry`, {
			method: 'POST',
			body: JSON.stringify({ loadWorkflow: false }),
		});
	const answers = [(await retry()).status, (await retry()).status];
	const runs = fixture.n8n.executions().filter(({ workflowId }) => workflowId === 'fromTheList');
	const got = await fixture.received(people);
	return check('an execution that is retried from the list sends nobody a copy', [
		part(first.status === 500, `at first: answered ${first.status}`),
		part(
			runs.filter(({ mode, status }) => mode === 'retry' && status === 'success').length >= 1,
			`retried twice (${answers.join(', ')}): ${runs.map(({ mode, status }) => `${mode} ${status}`).join(', ')}`,
		),
		part(got.join() === '1,1,1', `messages: ${got.join(', ')}`),
	]);
}
