import { RULES } from '../../lib/follow-up/rules/index.ts';
import type { Rule } from '../../lib/follow-up/rules/rule.ts';
import { isRule, type Breakable } from './broken-rule.ts';
import { LIVE_STATES, STATES } from '../../lib/follow-up/lifecycle.ts';
import type { ScheduledFollowUp } from '../../lib/follow-up/types.ts';
import { openStore } from '../../lib/store/open-store.ts';
import type { Store } from '../../lib/store/store.ts';
import { threadId } from 'node:worker_threads';
import { Business, silenceOf } from './business.ts';
import { Customers } from './customers.ts';
import { FakeMeta, LONGEST_LIFE } from './fake-meta.ts';
import { People } from './people.ts';
import { MINUTE, World, type Options } from './world.ts';

export interface Outcome {
	counts: [string, number][];
	violations: string[];
}

let runs = 0;
const TICK = 15 * MINUTE;
/** Every page sorts all that is in a state, so many small pages would take longer than the rest of the run. */
const PAGE = 20_000;

/** Runs customers, business and Meta over virtual days; everything random comes from the seed. */
export async function simulate(options: Options & { without?: Breakable }): Promise<Outcome> {
	const without = options.without && isRule(options.without) ? options.without : undefined;
	const kept = without && RULES[without];
	if (without) (RULES as Record<string, Rule>)[without] = () => ({ kind: 'allow' });
	// In memory, but through the file system's face: a commit of ":memory:" takes longer the more is in it (22 µs with 1,000
	// customers, 126 µs with 6,000; node:sqlite of Node 24.21, 2026-11-24). Each thread and run needs a name of its own.
	const file = `file:/simulation-${threadId}-${++runs}?vfs=memdb`;
	const store = await openStore({ kind: 'sqlite', file });
	const world = new World(options);
	const people = new People(world, store);
	try {
		return await run(world, store, people);
	} finally {
		if (without && kept) (RULES as Record<string, Rule>)[without] = kept;
		await store.close();
	}
}

async function run(world: World, store: Store, people: People): Promise<Outcome> {
	const business = new Business(world, store);
	await business.open();
	const customers: Customers = new Customers(world, store, business, people);
	const meta = new FakeMeta(world, store, customers.reacts);
	for (let number = 0; number < world.options.conversations; number++) customers.arrive(number);
	people.stopAccounts();
	const tick = async (): Promise<void> => {
		await business.tick(meta);
		if (world.clock.now < world.lastHeardAt + LONGEST_LIFE) world.clock.at(world.clock.now + TICK, tick);
	};
	world.clock.at(world.start, tick);
	await world.clock.run();
	await countEnds(world, store, business);
	await business.compareOptOuts();
	const counts = [...world.counts].sort(([a], [b]) => a.localeCompare(b));
	return { counts, violations: world.violations };
}

function told(one: ScheduledFollowUp | undefined): string {
	return `${one?.name} of ${one?.conversation}, due ${one?.dueAt}: ${one?.reason.code}`;
}

/** Each planned follow-up has exactly one end. */
async function countEnds(world: World, store: Store, business: Business): Promise<void> {
	const missing = new Set(business.planned);
	for (const state of STATES) {
		for (let offset = 0; ; offset += PAGE) {
			const page = await store.list({ states: [state], limit: PAGE, offset });
			for (const one of page) {
				world.count(`end: ${state}${state === 'ended' ? ` ${one.reason.code}` : ''}`);
				if (state === 'ended') business.mustHaveBeenWished(one);
				if (!missing.delete(one.id) && !business.waiting.has(silenceOf(one)))
					world.violates('lost', `${told(one)}: stored and never planned`);
			}
			if ((LIVE_STATES as readonly string[]).includes(state) && page.length > 0)
				world.violates('without_an_end', `${page.length} are still ${state}, e.g. ${told(page[0])}`);
			if (page.length < PAGE) break;
		}
	}
	for (const id of missing) world.violates('lost', `${id} was planned and is not stored`);
	const went = (world.counts.get('messages sent') ?? 0) + (world.counts.get('templates sent') ?? 0);
	if (went > 100 && !world.counts.has('end: ended held_out'))
		world.violates('hold_out_missing', 'nobody was held out');
}
