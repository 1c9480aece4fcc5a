import * as engine from '../../lib/index.ts';
import { databases } from '../support/stores.ts';
import { tryBodies } from './try-bodies.ts';

const BODIES = 10_000;
/** Each body goes over HTTP too; on a machine that is busy with other tests that takes minutes. */
const LIMIT_MS = 10 * 60_000;

test.each(databases)(
	'deliveries that Meta would never send are recorded or left out, answered, and nothing is thrown, on $name',
	async (kind) => {
		const seed = Date.now() % 1_000_000;
		const open = async () => {
			const database = await kind.create();
			const store = await engine.openStore(database.options);
			const remove = async () => {
				await store.close();
				await database.remove();
			};
			return { store, options: database.options, remove };
		};
		const { thrown, ...counts } = await tryBodies(engine, { bodies: BODIES, seed, open });
		expect({ seed, thrown }).toEqual({ seed, thrown: [] });
		// Much of it is still read; if not, this would try nothing.
		expect(counts.delivered).toBe(BODIES);
		expect(counts.disturbed).toBeGreaterThan(BODIES / 100);
		for (const count of [counts.events, counts.recorded, counts.planned, counts.leftOut, counts.notJson])
			expect(count).toBeGreaterThan(BODIES / 100);
	},
	LIMIT_MS,
);
