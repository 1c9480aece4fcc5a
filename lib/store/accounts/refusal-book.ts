import type { Refusal } from './refused-deliveries.ts';
import type { Now } from '../database/now.ts';

/** The store, as far as the book needs it. */
export interface RefusalStore {
	now(): Promise<Now>;
	noteRefused(refused: readonly (Refusal & { count: number })[], now: Now): Promise<void>;
}

/** Anybody can send what is refused: it is written at most this often, however much of it comes. */
const WRITE_EVERY_MS = 10_000;
/** Accounts told apart between two writes; what is beyond them is counted without its account. */
const MOST_ACCOUNTS = 50;

/** Counts what is refused and writes the counts now and then. */
export class RefusalBook {
	private counted = new Map<string, Refusal & { count: number }>();
	private timer: NodeJS.Timeout | undefined;
	private wroteAt = -Infinity;

	constructor(
		/** Told when the counts could not be written; they are kept and written with the next ones. */
		private readonly failed: (error: Error) => void,
		private readonly everyMs = WRITE_EVERY_MS,
	) {}

	/** Counts one; the store is asked for only when the counts are written. */
	note(refusal: Refusal, store: () => Promise<RefusalStore> | RefusalStore): void {
		const known = this.counted.get(keyOf(refusal));
		if (known) known.count++;
		else this.begin(refusal);
		if (this.timer) return;
		const wait = Math.max(0, this.wroteAt + this.everyMs - performance.now());
		this.timer = setTimeout(() => void this.write(store), wait);
		this.timer.unref();
	}

	/** Writes what was counted. */
	async write(store: () => Promise<RefusalStore> | RefusalStore): Promise<void> {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.wroteAt = performance.now();
		const written = this.counted;
		if (written.size === 0) return;
		this.counted = new Map();
		try {
			const open = await store();
			await open.noteRefused([...written.values()], await open.now());
		} catch (error) {
			for (const [key, one] of this.counted) {
				const before = written.get(key);
				written.set(key, { ...one, count: one.count + (before?.count ?? 0) });
			}
			this.counted = written;
			this.failed(error as Error);
		}
	}

	private begin(refusal: Refusal): void {
		const { cause } = refusal;
		const one = this.counted.size < MOST_ACCOUNTS ? refusal : { cause };
		const known = this.counted.get(keyOf(one));
		if (known) known.count++;
		else this.counted.set(keyOf(one), { ...one, count: 1 });
	}
}

function keyOf({ cause, channel, account }: Refusal): string {
	return [cause, channel, account].join(':');
}
