import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreUnavailableError } from '../store/database/unavailable.ts';

interface Waiting<T> {
	item: T;
	done: () => void;
	failed: (error: unknown) => void;
}

/** How much one transaction takes in, so that the last of a batch does not wait much longer than the first. */
export interface GroupLimits<T> {
	sizeOf: (item: T) => number;
	most: number;
}

/**
 * Things that come in together share one transaction: those that wait while the transaction before is at it. Each is done
 * when what it is part of is committed. Waiting for the disk or the server, which is most of what a small transaction costs,
 * happens once for all of them.
 */
export class GroupCommit<T> {
	private waiting: Waiting<T>[] = [];
	private working: Promise<void> | undefined;

	constructor(
		private readonly commit: (items: T[]) => Promise<void>,
		private readonly limits: GroupLimits<T>,
	) {}

	/** How many wait for their turn. */
	get length(): number {
		return this.waiting.length;
	}

	/** Done when the item is committed; fails as the transaction did. */
	async add(item: T): Promise<void> {
		await new Promise<void>((done, failed) => {
			this.waiting.push({ item, done, failed });
			this.working ??= this.work().finally(() => (this.working = undefined));
		});
	}

	private async work(): Promise<void> {
		while (this.waiting.length > 0) {
			// Whatever has arrived at the sockets by now is read first: SQLite works on this thread, so nothing is read meanwhile.
			await nextTurn();
			await this.settle(this.take());
		}
	}

	private take(): Waiting<T>[] {
		let size = 0;
		const end = this.waiting.findIndex(
			({ item }, place) => (size += this.limits.sizeOf(item)) > this.limits.most && place > 0,
		);
		return this.waiting.splice(0, end < 0 ? this.waiting.length : end);
	}

	/** One that cannot be recorded must not fail those that came with it: then each gets a transaction of its own. */
	private async settle(batch: Waiting<T>[]): Promise<void> {
		try {
			await this.commit(batch.map(({ item }) => item));
			for (const { done } of batch) done();
		} catch (error) {
			if (batch.length === 1 || error instanceof StoreUnavailableError)
				return batch.forEach(({ failed }) => failed(error));
			for (const one of batch) await this.settle([one]);
		}
	}
}
