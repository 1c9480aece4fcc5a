import { asNow } from '../../../lib/store/database/now.ts';
import type { DueFollowUp } from '../../../lib/follow-up/types.ts';
import type { Bench } from '../bench.ts';
import type { Engine } from '../built-engine.ts';
import type { Took } from '../timed.ts';
import type { BenchDatabase, DatabaseMaker } from './database.ts';
import { fill } from './fill.ts';
import { CLAIM, timeClaims, WARM_UP } from './operations.ts';

/** With 60 samples the p99 was the slowest of them, whatever had disturbed it; with 300 three may be slower than it. */
export const CLAIMS = 300;
/** Claims may take this share of what is due in one database: the size that the figure names must not melt away meanwhile. */
const CLAIMED_AT_MOST = 0.6;

/** A filled database whose claims were timed, with what was claimed last. */
export interface Claimed {
	database: BenchDatabase;
	claim: Took;
	due: DueFollowUp[];
}

/**
 * Times the claims. Ten thousand follow-ups are fewer than all claims together take, so several databases are filled one
 * after the other; giving claimed ones back instead would leave dead rows that a larger database does not have. The last
 * database stays open.
 */
export async function claimsAt(
	bench: Bench,
	kind: string,
	maker: DatabaseMaker,
	engine: Engine,
	{ size, wanted }: { size: number; wanted: number },
): Promise<Claimed> {
	const perDatabase = Math.floor((size * CLAIMED_AT_MOST) / CLAIM) - WARM_UP;
	const claim: Took = { wall: [], cpu: [] };
	for (;;) {
		const database = await maker.open();
		try {
			const started = performance.now();
			await fill(database, engine, size, asNow(new Date()));
			const seconds = (performance.now() - started) / 1000;
			bench.log(`${kind}: ${size} follow-ups filled in ${seconds.toFixed(1)} s`);
			const { claim: took, due } = await timeClaims(
				database.store,
				Math.min(perDatabase, wanted - claim.wall.length),
			);
			claim.wall.push(...took.wall);
			claim.cpu.push(...took.cpu);
			if (claim.wall.length >= wanted) return { database, claim, due };
		} catch (error) {
			await database.close();
			throw error;
		}
		await database.close();
	}
}
