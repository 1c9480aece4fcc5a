import { setImmediate } from 'node:timers';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** SQLite works on n8n's own thread; so long statements may follow each other before others get their turn, in ms. */
const AT_A_STRETCH_MS = 20;

/**
 * Lets n8n go on with other work between the statements of long work: a delivery of 1,000 messages kept n8n for 1.2 s, for no
 * statement of SQLite ever waits for the event loop (2026-11-30).
 */
export class Turns {
	/** When the present turn of the event loop asked for the first statement, by the steady clock. */
	private since: number | undefined;

	/** To be called after each statement. */
	async give(): Promise<void> {
		if (this.since === undefined) {
			this.since = performance.now();
			setImmediate(() => (this.since = undefined));
		} else if (performance.now() - this.since > AT_A_STRETCH_MS) await nextTurn();
	}
}
