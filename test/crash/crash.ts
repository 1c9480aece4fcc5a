import { build } from '../../scripts/shared/build.ts';
import { Interruption } from '../../scripts/shared/interruption.ts';
import { Steps } from '../../scripts/shared/steps.ts';
import { runMain } from '../../scripts/shared/trouble.ts';
import { waitUntil } from '../../scripts/shared/wait-until.ts';
import type { Claim } from '../../scripts/smoke/claims.ts';
import { Chance } from '../simulation/chance.ts';
import { liveAndDie, type Hit } from './kill.ts';
import { CRASH_DEFAULTS, readCrashOptions, type CrashOptions } from './options.ts';
import { setStage, type Stage } from './stage.ts';
import { verdict } from './verdict.ts';
import { CHATBOT, LIVE_STATES } from './workflow.ts';

/** Longer than a lease that a heartbeat prolonged just before the last kill. */
const LAST_LIFE_SECONDS = 240;

/** Kills a real n8n again and again while it sends, and compares what the store says with what Meta's stand-in got. */
export async function crashClaims(
	say: (step: string) => void = console.log,
	options: Partial<CrashOptions> = {},
): Promise<Claim[]> {
	const chosen = { ...CRASH_DEFAULTS, ...options };
	const chance = new Chance(chosen.seed);
	const stage = await setStage(chosen, say);
	try {
		const hits: Hit[] = [];
		for (let kill = 1; kill <= chosen.kills; kill++) {
			const hit = await liveAndDie(stage, chance, chosen.kills - kill + 1);
			hits.push(hit);
			say(`kill ${kill}: ${hit.moment}; ${hit.left} not over`);
		}
		await liveToTheEnd(stage);
		if (hits.length > 0) console.table(hits);
		const claims = await verdict(stage, hits);
		for (const { name, holds, found } of claims) say(`${holds ? 'holds ' : 'FAILED'} ${name}: ${found}`);
		return claims;
	} finally {
		await stage.stop();
	}
}

/** The last life is left in peace until nothing is to be done any more. */
async function liveToTheEnd({ sandbox, database, start }: Stage): Promise<void> {
	await sandbox.call('DELETE', '/faults');
	await database.endLeases();
	const n8n = await start();
	await n8n.waitForActivation([CHATBOT]);
	await database.use(async (store) => {
		await waitUntil({
			what: 'every follow-up to be over',
			seconds: LAST_LIFE_SECONDS,
			everyMs: 500,
			details: n8n.lastLines,
			probe: async () => {
				n8n.assertRunning();
				const live = await store.list({
					chatbot: CHATBOT,
					states: [...LIVE_STATES],
					limit: 1,
				});
				return live.length === 0 || undefined;
			},
		}).catch((error: Error) => console.log(error.message));
	});
	await n8n.stop();
}

// Run by itself: npm run test:crash
if (process.argv[1] === import.meta.filename) {
	await runMain(async () => {
		const options = readCrashOptions(process.argv.slice(2));
		if (typeof options === 'string') {
			console.log(options);
			return 0;
		}
		new Interruption();
		const steps = new Steps();
		steps.say('building the package');
		await build();
		const claims = await crashClaims(steps.say, options);
		return claims.every(({ holds }) => holds) ? 0 : 1;
	});
}
