import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Rush } from './rush-hour.ts';
import type { Fixture } from './fixture.ts';

const SENT = ['accepted', 'sent', 'delivered', 'read', 'replied'];

const part = (ok: boolean, found: string) => ({ ok, found });

interface Row {
	id: string;
	state: string;
	reason_code: string;
}

/** When the server committed the reply and the guarded step of the follow-up of the same customer. */
interface Race {
	id: string;
	reply: string;
	sending: string | null;
}

/**
 * By xmin: the transaction that wrote a row. Neither a customer's message nor a line of the log is ever written twice, so
 * that transaction's commit is the moment at which it was recorded.
 */
const RACES = `
	select followup.id, pg_xact_commit_timestamp(reply.xmin) as reply,
		(select max(pg_xact_commit_timestamp(line.xmin)) from audit_log line
			where line.scheduled_id = followup.id and line.to_state = 'sending') as sending
	from scheduled_follow_ups followup
	join messages reply on reply.conversation_id = followup.conversation_id and reply.direction = 'in'
	where followup.id = any($1) and reply.text = 'And on Friday?'`;

/** The store against the sandbox's ledger. */
export async function verdict({ sandbox, database, people, cluster }: Fixture, rush: Rush): Promise<Check[]> {
	const { byCustomer, total, violations } = await sandbox.sent();
	const ids = people.map(({ followUp }) => followUp);
	const rows = await database.query<Row>(
		'select id, state, reason_code from scheduled_follow_ups where id = any($1)',
		[ids],
	);
	const races = await database.query<Race>(RACES, [ids]);
	const stored = new Map(rows.map((row) => [row.id, row]));
	const wrote = new Set(rush.repliers.map(({ followUp }) => followUp));
	const all = people.map(({ followUp, customer }) => ({
		...{ id: followUp, wrote: wrote.has(followUp), times: byCustomer.get(customer) ?? 0 },
		state: stored.get(followUp)?.state ?? 'not in the store',
		reason: stored.get(followUp)?.reason_code ?? '',
	}));
	const doubles = all.filter(({ times }) => times > 1);
	const silent = all.filter((one) => !one.wrote);
	const silentWrong = silent.filter(({ state, times }) => !SENT.includes(state) || times !== 1);
	const repliersWrong = all.filter(
		(one) =>
			one.wrote &&
			!(one.times === 1 && SENT.includes(one.state)) &&
			!(one.times === 0 && one.state === 'ended' && one.reason === 'cancelled_reply'),
	);
	const tooLate = races.filter(
		({ reply, sending }) => sending !== null && new Date(reply) < new Date(sending),
	);
	const cancelled = all.filter(({ reason }) => reason === 'cancelled_reply').length;
	const named = (list: { id: string }[]) => (list.length === 0 ? '' : ` ${JSON.stringify(list.slice(0, 5))}`);
	return [
		check('in queue mode nobody gets a follow-up twice', [
			part(
				doubles.length === 0,
				`${total} messages to ${byCustomer.size} customers, ${doubles.length} doubles${named(doubles)}`,
			),
			part(
				violations.length === 0,
				`the sandbox's referee found ${violations.length} violations ${violations.slice(0, 3).join('; ')}`.trim(),
			),
		]),
		check('in queue mode nothing is sent after a reply that was recorded before the guarded send', [
			part(
				races.length === rush.repliers.length,
				`${races.length} of ${rush.repliers.length} replies are recorded, each once`,
			),
			part(
				tooLate.length === 0,
				`${tooLate.length} sent although the reply was recorded first${named(tooLate)}; ${cancelled} cancelled by their reply, ${races.length - cancelled} written to before it`,
			),
		]),
		check('in queue mode all follow-ups end, and each silent customer gets one', [
			part(rows.length === people.length, `${rows.length} of ${people.length} are in the store`),
			part(
				silentWrong.length === 0,
				`${silent.length - silentWrong.length} of ${silent.length} silent customers got theirs${named(silentWrong)}`,
			),
			part(
				repliersWrong.length === 0,
				`${repliersWrong.length} of those who wrote ended neither sent nor cancelled${named(repliersWrong)}`,
			),
			part(true, `over ${rush.seconds.toFixed(0)} s after the first was due`),
		]),
		check('in queue mode every customer who wrote is planned for anew', [
			part(
				rush.plannedAgain === rush.repliers.length,
				`${rush.plannedAgain} of ${rush.repliers.length} have a follow-up for their new silence`,
			),
			part(
				cluster.members.every((member) => member.isRunning()),
				`${cluster.members.length} processes are still running`,
			),
		]),
	];
}
