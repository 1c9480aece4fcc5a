import { claim, type Claim } from '../../scripts/smoke/claims.ts';
import type { Hit } from './kill.ts';
import type { Stage } from './stage.ts';
import { CHATBOT } from './workflow.ts';

const SENT = ['accepted', 'sent', 'delivered', 'read', 'replied'];

/** What is held against each other. */
interface Evidence {
	/** The customer in the sandbox's books of each follow-up. */
	customers: Map<string, string>;
	rows: { id: string; state: string; reason: { sentence: string } }[];
	hits: Hit[];
	/** How many messages each customer got. */
	byCustomer: Map<string, number>;
	/** What the sandbox's referee found. */
	violations: string[];
}

/** Every follow-up by the sandbox's books against the store. */
export async function verdict({ sandbox, database, customers }: Stage, hits: Hit[]): Promise<Claim[]> {
	const { byCustomer, violations } = await sandbox.sent();
	const rows = await database.use(async (store) => await store.list({ chatbot: CHATBOT, limit: 100_000 }));
	return judge({ customers, rows, hits, byCustomer, violations });
}

/** Which claims hold by the evidence. */
export function judge({ customers, rows, hits, byCustomer, violations }: Evidence): Claim[] {
	const stored = new Map(rows.map((row) => [row.id, row]));
	const all = [...customers].map(([id, customer]) => ({
		id,
		times: byCustomer.get(customer) ?? 0,
		state: stored.get(id)?.state ?? 'not in the store',
		why: stored.get(id)?.reason.sentence ?? '',
	}));
	const count = (fits: (one: (typeof all)[number]) => boolean) => all.filter(fits).length;
	const isUnknown = ({ state }: { state: string }) => state === 'unknown';
	const isSent = ({ state }: { state: string }) => SENT.includes(state);
	const doubles = all.filter(({ times }) => times > 1);
	const missing = all.filter((one) => one.times === 0 && !isUnknown(one));
	const wrong = all.filter((one) => one.times === 1 && !isSent(one) && !isUnknown(one));
	const named = (list: typeof all) => list.map(({ id, state, why }) => `${id} (${state}: ${why})`).join(', ');
	const part = (ok: boolean, says: string) => ({ ok, says });
	const sending = hits.reduce((sum, hit) => sum + hit.sendingTaken + hit.sendingNotTaken, 0);
	const held = hits.reduce((sum, hit) => sum + hit.sendingTaken, 0);
	const claimed = hits.reduce((sum, hit) => sum + hit.claimed, 0);
	return [
		claim('no follow-up is sent twice', [
			part(
				doubles.length === 0,
				`${count(({ times }) => times === 1)} of ${all.length} sent once, ${doubles.length} twice${doubles.length ? `: ${named(doubles)}` : ''}`,
			),
		]),
		claim('no follow-up is missing: each is sent, or shown as unknown', [
			part(
				missing.length === 0,
				`${count(isUnknown)} unknown (of them ${count((one) => isUnknown(one) && one.times === 1)} arrived), ${missing.length} missing${missing.length ? `: ${named(missing)}` : ''}`,
			),
		]),
		claim('the store says of none that arrived that it did not', [
			part(
				wrong.length === 0,
				`${count((one) => isSent(one) && one.times === 1)} recorded as sent${wrong.length ? `; ${named(wrong)}` : ''}`,
			),
			part(
				violations.length === 0,
				`the sandbox's referee found ${violations.length || 'nothing'} ${violations.join('; ')}`.trim(),
			),
		]),
		claim('the kills hit work under way', [
			part(
				hits.length === 0 || sending > 0,
				`${hits.length} kills hit ${claimed} follow-ups taken up and ${sending} between the last check and the record, ${held} of those after Meta had taken the message`,
			),
		]),
	];
}
