import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Database } from '../../crash/databases.ts';
import { followUpsOf, type Outcome } from './scenario.ts';
import type { Fixture, Writer } from './fixture.ts';
import { DELAY_SECONDS, MESSAGE, WORKFLOWS } from './workflows.ts';

const SENT = ['accepted', 'sent', 'delivered', 'read', 'replied'];
const part = (ok: boolean, found: string) => ({ ok, found });

interface LedgerEntry {
	customer: string | null;
	via: string;
	direction: string;
	text?: string;
	at: string;
}

/** What the store, n8n and the sandbox's ledger say afterwards. */
export async function checksOf(fixture: Fixture, outcome: Outcome): Promise<Check[]> {
	const { messages, violations } = await fixture.sandbox.call<{
		messages: LedgerEntry[];
		violations: unknown[];
	}>('GET', '/state');
	const recorded = ({ id }: Writer) => messages.filter(({ customer }) => customer === id);
	/** The messages that the customer got, how long after the customer's own they came, and the state of the follow-up. */
	const sentOnce = async (database: Database, writer: Writer) => {
		const got = recorded(writer).filter(({ via }) => via === 'api');
		const wrote = recorded(writer).find(({ direction }) => direction === 'in');
		const seconds = (Date.parse(got[0]?.at ?? '') - Date.parse(wrote?.at ?? '')) / 1000;
		const [followUp] = await followUpsOf(database, writer);
		return part(
			got.length === 1 &&
				got[0]?.text === MESSAGE &&
				seconds >= DELAY_SECONDS &&
				SENT.includes(followUp?.state ?? ''),
			`${got.length} message after ${seconds.toFixed(0)} s, the follow-up is ${followUp?.state}`,
		);
	};
	const { silent, repliedSoon, bereft, onPostgres, cancelledRun, deletedRun } = outcome;
	const [cancelled] = await followUpsOf(fixture.embedded, repliedSoon);
	const toReplier = recorded(repliedSoon).filter(
		({ via, at }) => via === 'api' && at < (cancelled?.dueAt ?? ''),
	);
	const rest = await fixture.n8n().login();
	const run = await (await rest(`/rest/executions/${cancelledRun}`)).text();
	const { status } =
		fixture.executions(WORKFLOWS.onItsOwn).find(({ id }) => String(id) === cancelledRun) ?? {};
	const stillThere = fixture.executions(WORKFLOWS.rescued).some(({ id }) => String(id) === deletedRun);
	return [
		check('a run that waits outlives a restart of n8n and sends once', [
			part(outcome.waiting >= 3, `${outcome.waiting} runs were saved as waiting`),
			await sentOnce(fixture.embedded, silent),
		]),
		check('a follow-up that a reply cancelled while its run was waiting ends as such', [
			part(
				cancelled?.reason.code === 'cancelled_reply',
				`the store says ${cancelled?.state}: ${cancelled?.reason.sentence}`,
			),
			part(toReplier.length === 0, `${toReplier.length} messages went out for it`),
			part(
				status === 'success' && run.includes('cancelled_reply'),
				`its run ended with ${status} and gave the reason out`,
			),
		]),
		check('a follow-up whose waiting run is gone is picked up by the Due Trigger', [
			part(!stillThere, 'the waiting run was deleted'),
			await sentOnce(fixture.embedded, bereft),
		]),
		...(onPostgres && fixture.postgres
			? [check('a run that waits does the same on Postgres', [await sentOnce(fixture.postgres, onPostgres)])]
			: []),
		check('nothing was sent from waiting runs that Meta would have refused', [
			part(violations.length === 0, `${violations.length} objections of the referee`),
		]),
	];
}
