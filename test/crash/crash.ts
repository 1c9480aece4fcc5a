import { build } from '../../harness/shared/build.ts';
import { Interruption } from '../../harness/shared/interruption.ts';
import { Steps } from '../../harness/shared/steps.ts';
import { runWith } from '../../harness/shared/command-line.ts';
import { waitUntil } from '../../harness/shared/wait-until.ts';
import type { Check } from '../../harness/smoke/checks.ts';
import { hold, onFixture, logCheck } from '../e2e/run-checks.ts';
import { Chance } from '../simulation/chance.ts';
import { liveAndDie, type Hit } from './kill.ts';
import { killOne } from './kill-one.ts';
import { CRASH_DEFAULTS, readCrashOptions, type CrashOptions } from './options.ts';
import { liveOnes, setUpFixture, type Fixture } from './fixture.ts';
import { verdict } from './verdict.ts';

/** Longer than a lease that a heartbeat prolonged just before the last kill, and than Meta takes to deliver again. */
const LAST_LIFE_SECONDS = 420;

/** Kills a real n8n again and again while it sends, and compares what the store says with what Meta's stand-in got. */
export async function crashChecks(
	log: (step: string) => void = console.log,
	options: Partial<CrashOptions> = {},
): Promise<Check[]> {
	const chosen = { ...CRASH_DEFAULTS, ...options };
	const chance = new Chance(chosen.seed);
	const fixture = await setUpFixture(chosen, log);
	return await onFixture({ lastLines: () => fixture.n8n.lastLines(), stop: fixture.stop }, async () => {
		const hits: Hit[] = [];
		const counted = new Set<string>();
		const { n8n } = fixture;
		if (n8n.mode === 'queue') await n8n.startAll();
		for (let kill = 1; kill <= chosen.kills; kill++) {
			const hit =
				n8n.mode === 'queue'
					? await killOne(fixture, n8n.cluster, chance, counted)
					: await liveAndDie(fixture, n8n.start, chance, chosen.kills - kill + 1);
			hits.push(hit);
			log(`kill ${kill}${hit.who ? ` (${hit.who})` : ''}: ${hit.moment}; ${hit.left} not over`);
		}
		await liveToTheEnd(fixture);
		if (hits.length > 0) console.table(hits);
		const checks = await verdict(fixture, hits);
		for (const result of checks) logCheck(result, log);
		return checks;
	});
}

/** The last life is left in peace until nothing is to be done any more. */
async function liveToTheEnd(fixture: Fixture): Promise<void> {
	const { sandbox, database, n8n } = fixture;
	await sandbox.call('DELETE', '/faults');
	// In queue mode some processes have lived until now; the last crash is that of the whole machine.
	if (n8n.mode === 'queue')
		await Promise.all(n8n.cluster.members.map(async (member) => await member.kill9()));
	await database.endLeases();
	await n8n.startAll();
	await waitUntil({
		...{ what: 'every follow-up and every delivery to be over', seconds: LAST_LIFE_SECONDS, everyMs: 1_000 },
		details: n8n.lastLines,
		probe: async () => {
			n8n.assertRunning();
			return ((await sandbox.undelivered()) === 0 && (await liveOnes(fixture)).length === 0) || undefined;
		},
	}).catch((error: Error) => console.log(error.message));
	await n8n.stop();
}

// Run by itself: npm run test:crash
if (process.argv[1] === import.meta.filename) {
	await runWith(readCrashOptions, async (options) => {
		new Interruption();
		const steps = new Steps();
		steps.log('building the package');
		await build();
		const checks = await crashChecks(steps.log, options);
		return hold(checks) ? 0 : 1;
	});
}
