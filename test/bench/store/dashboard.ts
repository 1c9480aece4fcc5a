import { asNow } from '../../../lib/store/database/now.ts';
import { Chance } from '../../simulation/chance.ts';
import type { Bench } from '../bench.ts';
import type { Engine, Store } from '../built-engine.ts';
import { longestStandStill } from '../stand-still.ts';
import { timed, type Took } from '../timed.ts';
import { addressOf, CHATBOT } from './fill.ts';
import type { Times } from './operations.ts';

const TIMES = 20;
/**
 * No page is made more often than fits into this time. At a million the statistics took 20 s each and a search 4 s
 * (2026-11-28); twenty of each, with all sizes and both databases, would be longer than all the rest of the bench.
 */
const BUDGET_MS = 2_000;

const STATISTICS = { view: 'statistics', days: '7' };

/** The views of the dashboard as a person opens them. */
const VIEWS: Record<string, (somebody: () => string) => object> = {
	'page of follow-ups': () => ({ view: 'followUps' }),
	'page of scheduled': () => ({ view: 'scheduled' }),
	'page of scheduled, one chatbot': () => ({ view: 'scheduled', chatbot: CHATBOT }),
	'page of scheduled, search for a number': (somebody) => ({ view: 'scheduled', search: somebody() }),
	'page of the log': () => ({ view: 'log' }),
	'page of conversations': () => ({ view: 'conversations' }),
	'page of statistics, 7 days': () => STATISTICS,
};
const LONGEST = 'page of statistics, 7 days, longest stand-still';

/** What each of these figures is: the time that a page takes, or the stretch of it in which n8n can do nothing else. */
export const PAGES: Record<string, string> = {
	...Object.fromEntries(
		Object.keys(VIEWS).map((name) => [
			name,
			'the whole page of the dashboard: every query of it, and the HTML',
		]),
	),
	[LONGEST]: 'while that page is made: what comes in waits for so long at most',
};

/** Whole pages, as Follow-Up Manager makes them for a browser: every query that the dashboard asks, and the HTML. */
export async function timeDashboard(
	bench: Bench,
	engine: Engine,
	store: Store,
	count: number,
): Promise<Times> {
	const chance = new Chance(bench.size.seed);
	const somebody = () => addressOf(1 + Math.floor(chance.next() * count)).contact;
	const make = async (query: object) => {
		const page = { query, lang: 'en', timeZone: 'America/Bogota' } as const;
		await engine.renderDashboard(store, { ...page, now: asNow(new Date()) });
	};
	const times: Times = {};
	for (const [name, query] of Object.entries(VIEWS))
		times[name] = await withinBudget(bench.scaled(TIMES, 3), async () => await make(query(somebody)));
	times[LONGEST] = { wall: [await longestStandStill(async () => await make(STATISTICS))], cpu: [] };
	return times;
}

/** As often as asked for, but less often when time is up; the first, which prepares statements, counts only if it is alone. */
async function withinBudget(times: number, work: () => Promise<void>): Promise<Took> {
	const all: Took = { wall: [], cpu: [] };
	const until = performance.now() + BUDGET_MS;
	while (all.wall.length <= times && (all.wall.length === 0 || performance.now() < until)) {
		const { wall, cpu } = await timed(1, work, { warmUp: 0 });
		all.wall.push(...wall);
		all.cpu.push(...cpu);
	}
	const from = all.wall.length > 1 ? 1 : 0;
	return { wall: all.wall.slice(from), cpu: all.cpu.slice(from) };
}
