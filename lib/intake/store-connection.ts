import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, type StoreOptions } from '../store/open-store.ts';
import { StoreUnavailableError } from '../store/database/unavailable.ts';
import type { Store } from '../store/store.ts';

/** Between two tries to open a store that is not there yet. */
const TRY_AGAIN_MS = 1_000;
/** A load balancer asks every few seconds and does not wait long. */
const LOOK_MS = 2_000;

/** A store that may not be there yet: opened in the background, again and again until it is. */
export class StoreConnection {
	/** Why the first try failed; undefined if it did not. */
	readonly firstTry: Promise<Error | undefined>;
	private store: Store | undefined;
	private readonly end = new AbortController();
	private readonly opening: Promise<void>;

	constructor(
		private readonly options: StoreOptions,
		/** Is told when it was opened in the end, after tries that failed. */
		private readonly opened: () => void,
	) {
		this.firstTry = this.open();
		this.opening = this.openUntilItIs();
	}

	/** @throws StoreUnavailableError while it is not open. */
	get(): Store {
		if (this.store) return this.store;
		throw new StoreUnavailableError(
			'The follow-up store is not open yet',
			'The log said why; it is tried again by itself.',
		);
	}

	/** Whether a transaction can be begun and ended now. */
	async isReady(): Promise<boolean> {
		const { store } = this;
		if (!store) return false;
		const looked = store.ready().then(
			() => true,
			() => false,
		);
		return await Promise.race([looked, sleep(LOOK_MS, false, { ref: false })]);
	}

	async close(): Promise<void> {
		this.end.abort();
		await this.opening;
		await this.store?.close();
		this.store = undefined;
	}

	private async openUntilItIs(): Promise<void> {
		if ((await this.firstTry) === undefined) return;
		while (!this.end.signal.aborted) {
			await sleep(TRY_AGAIN_MS, undefined, { signal: this.end.signal }).catch(() => {});
			if (this.end.signal.aborted || (await this.open()) !== undefined) continue;
			return this.opened();
		}
	}

	private async open(): Promise<Error | undefined> {
		try {
			this.store = await openStore(this.options);
			return undefined;
		} catch (error) {
			return error as Error;
		}
	}
}
