import { LRUCache } from 'lru-cache';
import { AdvisedError } from '../messaging/advised-error.ts';

/** The same is said at most this often: a stranger must not fill the disk with our log. */
const SAME_AGAIN_MS = 60_000;
const REMEMBERED = 200;

/** What goes wrong with single requests, in the log: each thing once a minute, with how often it was in between. */
export class Complaints {
	private readonly said = new LRUCache<string, { at: number; more: number }>({ max: REMEMBERED });

	constructor(
		private readonly log: (line: string) => void,
		/** A steady clock, in milliseconds. */
		private readonly clock: () => number = () => performance.now(),
	) {}

	say(line: string): void {
		const before = this.said.get(line);
		const at = this.clock();
		if (before && at - before.at < SAME_AGAIN_MS) {
			before.more++;
			return;
		}
		this.said.set(line, { at, more: 0 });
		this.log(before && before.more > 0 ? `${line} (and ${before.more} times more since it was said)` : line);
	}

	/** A delivery that Meta has to bring again. */
	failed(error: Error): void {
		const advice = error instanceof AdvisedError ? ` ${error.advice}` : '';
		this.say(`A delivery could not be recorded, Meta will deliver it again: ${error.message}.${advice}`);
	}
}
