import { Session, type Profiler } from 'node:inspector';
import { stepsOf } from './regexp-steps.ts';

/** What some work cost, in operations and not in time: the same on every machine. */
export interface Operations {
	/** Blocks of JavaScript that were run, those of libraries too. */
	blocks: number;
	/** Steps of all regular expressions. */
	steps: number;
	/** The pattern that took the most of them. */
	worst: string;
}

/** Counting is switched on once: functions that were compiled before are counted only from their next compilation on. */
let session: Session | undefined;

function coverage(): Profiler.ScriptCoverage[] {
	if (!session) {
		session = new Session();
		session.connect();
		session.post('Profiler.enable');
		session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	}
	let result: Profiler.ScriptCoverage[] = [];
	session.post('Profiler.takePreciseCoverage', (_error, answer) => {
		result = answer.result;
	});
	return result;
}

/** Counts what work costs; it is done twice. */
export function operationsOf(work: () => void): Operations {
	coverage();
	work();
	const blocks = blocksOf(coverage());
	const searches = searchesOf(work);
	let [steps, most, worst] = [0, 0, ''];
	for (const [name, all] of searches) {
		const own = all.reduce((sum, { pattern, text }) => sum + stepsOf(pattern, text), 0);
		steps += own;
		if (own > most) [most, worst] = [own, name];
	}
	return { blocks, steps, worst: `${worst.slice(0, 120)}: ${most} steps` };
}

interface Search {
	pattern: RegExp;
	text: string;
}

/** What is looked for in which texts. Every method of strings and patterns asks `exec` if a pattern has one of its own. */
function searchesOf(work: () => void): Map<string, Search[]> {
	const searches = new Map<string, Search[]>();
	const original = RegExp.prototype.exec;
	RegExp.prototype.exec = function (this: RegExp, text: string) {
		// A search for all matches asks once for each; the search as a whole is counted.
		if (this.lastIndex === 0) {
			const known = searches.get(String(this));
			if (known) known.push({ pattern: this, text: String(text) });
			else searches.set(String(this), [{ pattern: this, text: String(text) }]);
		}
		return original.call(this, text);
	};
	try {
		work();
	} finally {
		RegExp.prototype.exec = original;
	}
	return searches;
}

function blocksOf(scripts: Profiler.ScriptCoverage[]): number {
	return scripts
		.filter(({ url }) => !url.includes('/support/operations/'))
		.flatMap(({ functions }) => functions)
		.flatMap(({ ranges }) => ranges)
		.reduce((sum, { count }) => sum + count, 0);
}
