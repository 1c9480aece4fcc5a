import { claim, type Claim } from '../../../harness/smoke/claims.ts';
import type { Database } from '../../crash/databases.ts';
import { followUpsOf, type Played } from './play.ts';
import type { Stage, Writer } from './stage.ts';
import { DELAY_SECONDS, MESSAGE, WORKFLOWS } from './workflows.ts';

const SENT = ['accepted', 'sent', 'delivered', 'read', 'replied'];
const part = (ok: boolean, says: string) => ({ ok, says });

interface Booked {
	customer: string | null;
	via: string;
	direction: string;
	text?: string;
	at: string;
}

/** What the store, n8n and the sandbox's books say afterwards. */
export async function claimsOf(stage: Stage, played: Played): Promise<Claim[]> {
	const { messages, violations } = await stage.sandbox.call<{ messages: Booked[]; violations: unknown[] }>(
		'GET',
		'/state',
	);
	const booked = ({ id }: Writer) => messages.filter(({ customer }) => customer === id);
	/** The messages that the customer got, how long after the customer's own they came, and the state of the follow-up. */
	const sentOnce = async (database: Database, writer: Writer) => {
		const got = booked(writer).filter(({ via }) => via === 'api');
		const wrote = booked(writer).find(({ direction }) => direction === 'in');
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
	const { silent, repliedSoon, bereft, onPostgres, cancelledRun, deletedRun } = played;
	const [cancelled] = await followUpsOf(stage.embedded, repliedSoon);
	const toReplier = booked(repliedSoon).filter(
		({ via, at }) => via === 'api' && at < (cancelled?.dueAt ?? ''),
	);
	const rest = await stage.n8n().login();
	const run = await (await rest(`/rest/executions/${cancelledRun}`)).text();
	const { status } = stage.executions(WORKFLOWS.alone).find(({ id }) => String(id) === cancelledRun) ?? {};
	const stillThere = stage.executions(WORKFLOWS.rescued).some(({ id }) => String(id) === deletedRun);
	return [
		claim('a run that waits outlives a restart of n8n and sends once', [
			part(played.waiting >= 3, `${played.waiting} runs were saved as waiting`),
			await sentOnce(stage.embedded, silent),
		]),
		claim('a follow-up that a reply cancelled while its run was waiting ends as such', [
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
		claim('a follow-up whose waiting run is gone is picked up by the Due Trigger', [
			part(!stillThere, 'the waiting run was deleted'),
			await sentOnce(stage.embedded, bereft),
		]),
		...(onPostgres && stage.postgres
			? [claim('a run that waits does the same on Postgres', [await sentOnce(stage.postgres, onPostgres)])]
			: []),
		claim('nothing was sent from waiting runs that Meta would have refused', [
			part(violations.length === 0, `${violations.length} objections of the referee`),
		]),
	];
}
