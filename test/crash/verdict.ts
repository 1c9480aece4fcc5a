import { check, type Check } from '../../harness/smoke/checks.ts';
import type { Hit } from './kill.ts';
import type { Fixture } from './fixture.ts';

const SENT = ['accepted', 'sent', 'delivered', 'read', 'replied'];

/** What is held against each other. */
interface Evidence {
	/** The customer in the sandbox's ledger of each follow-up. */
	customers: Map<string, string>;
	rows: { id: string; state: string; reason: { code: string; sentence: string } }[];
	/** The follow-ups of customers who wrote at a kill, and how often the store has what they wrote. */
	replied: Map<string, number>;
	/** How many webhooks were never answered with 200. */
	undelivered: number;
	hits: Hit[];
	/** How many messages each customer got. */
	byCustomer: Map<string, number>;
	/** What the sandbox's referee found. */
	violations: string[];
}

/** Every follow-up by the sandbox's ledger against the store. */
export async function verdict(fixture: Fixture, hits: Hit[]): Promise<Check[]> {
	const { sandbox, database, customers, replies } = fixture;
	const { byCustomer, violations } = await sandbox.sent();
	const undelivered = await sandbox.undelivered();
	return await database.use(async (store) => {
		const rows = await store.list({ limit: 100_000 });
		const replied = new Map<string, number>();
		for (const { followUp, conversation } of replies.writers) {
			const transcript = await store.transcript(conversation, 50);
			replied.set(followUp, transcript.filter((one) => replies.isReply(one)).length);
		}
		return judge({ customers, rows, replied, undelivered, hits, byCustomer, violations });
	});
}

/** What holds by the evidence. */
export function judge(evidence: Evidence): Check[] {
	const { customers, rows, replied, undelivered, hits, byCustomer, violations } = evidence;
	const stored = new Map(rows.map((row) => [row.id, row]));
	const all = [...customers].map(([id, customer]) => ({
		id,
		times: byCustomer.get(customer) ?? 0,
		state: stored.get(id)?.state ?? 'not in the store',
		why: stored.get(id)?.reason.sentence ?? '',
		cancelled: replied.has(id) && stored.get(id)?.reason.code === 'cancelled_reply',
	}));
	const count = (fits: (one: (typeof all)[number]) => boolean) => all.filter(fits).length;
	const isUnknown = ({ state }: { state: string }) => state === 'unknown';
	const isSent = ({ state }: { state: string }) => SENT.includes(state);
	const doubles = all.filter(({ times }) => times > 1);
	const missing = all.filter((one) => one.times === 0 && !isUnknown(one) && !one.cancelled);
	const recordedOnce = [...replied.values()].filter((times) => times === 1).length;
	const wrong = all.filter((one) => one.times === 1 && !isSent(one) && !isUnknown(one));
	const named = (list: typeof all) => list.map(({ id, state, why }) => `${id} (${state}: ${why})`).join(', ');
	const part = (ok: boolean, found: string) => ({ ok, found });
	const sending = hits.reduce((sum, hit) => sum + hit.sendingTaken + hit.sendingNotTaken, 0);
	const held = hits.reduce((sum, hit) => sum + hit.sendingTaken, 0);
	const claimed = hits.reduce((sum, hit) => sum + hit.claimed, 0);
	return [
		check('no follow-up is sent twice', [
			part(
				doubles.length === 0,
				`${count(({ times }) => times === 1)} of ${all.length} sent once, ${doubles.length} twice${doubles.length ? `: ${named(doubles)}` : ''}`,
			),
		]),
		check('no follow-up is missing: each is sent, cancelled by a reply, or shown as unknown', [
			part(
				missing.length === 0,
				`${count(isUnknown)} unknown (of them ${count((one) => isUnknown(one) && one.times === 1)} arrived), ${count((one) => one.cancelled)} cancelled because the customer wrote, ${missing.length} missing${missing.length ? `: ${named(missing)}` : ''}`,
			),
		]),
		check('the store says of none that arrived that it did not', [
			part(
				wrong.length === 0,
				`${count((one) => isSent(one) && one.times === 1)} recorded as sent${wrong.length ? `; ${named(wrong)}` : ''}`,
			),
			part(
				violations.length === 0,
				`the sandbox's referee found ${violations.length || 'nothing'} ${violations.join('; ')}`.trim(),
			),
		]),
		check('nothing that a customer writes while n8n is killed is lost or recorded twice', [
			part(
				recordedOnce === replied.size,
				`${recordedOnce} of ${replied.size} messages are in the store once`,
			),
			part(undelivered === 0, `${undelivered} webhooks were never answered with 200`),
		]),
		check('the kills hit work under way', [
			part(
				hits.length === 0 || sending > 0,
				`${hits.length} kills hit ${claimed} follow-ups taken up and ${sending} between the last check and the record, ${held} of those after Meta had taken the message`,
			),
		]),
	];
}
