import { check, type Check } from '../../../harness/smoke/checks.ts';
import { GOOD_TEXT } from '../../../harness/model-servers/index.ts';
import { outcomeOf } from './conversations.ts';
import type { Fixture, Found } from './fixture.ts';
import { KINDS, VENDORS, type Vendor } from './vendors/index.ts';

type Scenario = (fixture: Fixture) => Promise<Check>;

const MINUTE_MS = 60_000;
const part = (ok: boolean, found: string) => ({ ok, found });
/** No status of Meta comes in here, so what it took stays accepted. */
const isSent = ({ state, received }: Found) =>
	state === 'accepted' && received.length === 1 && received[0] === GOOD_TEXT;
const inMinutes = ({ dueAt }: Found) => Math.round((dueAt - Date.now()) / MINUTE_MS);

/** Eight conversations are due at once, and with six of them something is wrong. */
function oneRun(vendor: Vendor): Scenario {
	return async (fixture) => {
		await fixture.over(vendor);
		const found = await fixture.found(vendor);
		const runs = fixture.executions(vendor);
		const parts = KINDS.map((kind) => {
			const [one, expected] = [found[kind], outcomeOf(vendor, kind)];
			const became = isSent(one) ? 'sent' : one.code;
			const waits = one.state === 'scheduled' ? ` (again in ${inMinutes(one)} min)` : '';
			const ok =
				expected === 'sent'
					? isSent(one)
					: one.code === expected && one.received.length === 0 && isInState(one, expected);
			return part(ok, `${kind}: ${became}${waits}${ok ? '' : ` instead of ${expected}`}`);
		});
		const statuses = runs.map(({ status }) => status).join(', ');
		return check(`${vendor.name}: what is wrong with one conversation stays with it`, [
			...parts,
			part(statuses === 'success', `runs: ${statuses}`),
		]);
	};
}

/** What waits is asked about again in a quarter of an hour or later, and has lost no attempt; everything else has ended. */
function isInState(one: Found, code: string): boolean {
	if (code !== 'ai_retry') return one.state === 'ended';
	return one.state === 'scheduled' && one.attempts === 0 && inMinutes(one) >= 9;
}

const WAITING = (vendor: Vendor) => KINDS.filter((kind) => outcomeOf(vendor, kind) === 'ai_retry');

const SAYS: Record<keyof Vendor['refuses'], RegExp> = {
	key: /refused the key \(HTTP \d+/,
	model: /does not know the model/,
};

/** What only a person can mend stops the run, says so, and costs nobody their follow-up. */
function setting(what: keyof Vendor['refuses']): Scenario {
	return async (fixture) => {
		fixture.standIn.behave(what);
		const before = new Map(VENDORS.map((vendor) => [vendor, fixture.executions(vendor).length]));
		fixture.makeDue();
		const parts = [];
		for (const vendor of VENDORS) {
			await fixture.over(vendor);
			const runs = fixture.executions(vendor).slice(before.get(vendor));
			const data = runs[0] ? await fixture.dataOf(runs[0]) : '';
			const isTold = runs.length === 1 && runs[0]?.status === 'error' && SAYS[what].test(data);
			const found = await fixture.found(vendor);
			const kept = WAITING(vendor).every(
				(kind) => found[kind].state === 'scheduled' && found[kind].attempts === 0,
			);
			const said = /The model server [^"]*/.exec(data)?.[0] ?? 'something else';
			const statuses = runs.map(({ status }) => status).join(', ');
			parts.push(
				part(isTold && kept, `${vendor.name}: ${statuses}, "${said}"${kept ? '' : ', NOT ALL KEPT'}`),
			);
		}
		return check(`a wrong ${what} stops the run with its reason, and nothing is lost`, parts);
	};
}

const later: Scenario = async (fixture) => {
	fixture.standIn.behave('well');
	fixture.makeDue();
	const parts = [];
	for (const vendor of VENDORS) {
		await fixture.over(vendor);
		const found = await fixture.found(vendor);
		const late = WAITING(vendor).filter((kind) => !isSent(found[kind]));
		parts.push(
			part(
				late.length === 0,
				`${vendor.name}: ${WAITING(vendor).length} sent${late.map((kind) => `, ${kind} not`)}`,
			),
		);
	}
	return check('what had to wait is sent once the servers answer', parts);
};

const proxy: Scenario = async ({ standIn }) => {
	const asked = [...new Set(standIn.throughProxy)].sort();
	const expected = VENDORS.flatMap(({ host }) => (host ? `CONNECT ${host}:443` : [])).sort();
	return check("Mistral's server and that of our own client are reached by n8n's proxy, nobody else is", [
		part(asked.join() === expected.join(), asked.join(', ')),
	]);
};

/** What has to be seen of n8n's own chat models, in the order in which it is checked. */
export const SCENARIOS: Record<string, Scenario> = {
	...Object.fromEntries(VENDORS.map((vendor) => [vendor.name, oneRun(vendor)])),
	...{ key: setting('key'), model: setting('model'), later, proxy },
};
