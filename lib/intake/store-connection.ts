import { setTimeout as sleep } from 'node:timers/promises';
import { OpenFile } from './open-file.ts';
import { openStore, type StoreOptions } from '../store/open-store.ts';
import { StoreUnavailableError } from '../store/database/unavailable.ts';
import type { Store } from '../store/store.ts';
import type { StoreAccess } from './serve.ts';

/** Between two tries to open a store that is not there yet. */
const TRY_AGAIN_MS = 1_000;
/** A load balancer asks every few seconds and does not wait long. */
const LOOK_MS = 2_000;

/** A store that may not be there yet: opened in the background, again and again until it is. */
export class StoreConnection implements StoreAccess {
	/** Why the first try failed; undefined if it did not. */
	readonly firstTry: Promise<Error | undefined>;
	private store: Store | undefined;
	private readonly end = new AbortController();
	private readonly file: OpenFile | undefined;
	private opening: Promise<void>;

	constructor(
		private readonly options: StoreOptions,
		private readonly log: (line: string) => void,
	) {
		this.file = options.kind === 'sqlite' ? new OpenFile(options.file) : undefined;
		this.firstTry = this.open();
		this.opening = this.openUntilItIs(this.firstTry);
	}

	/** @throws StoreUnavailableError while it is not open. */
	get(): Store {
		if (this.store && (this.file?.isInPlace() ?? true)) return this.store;
		if (this.store) this.openAnew(this.store);
		throw new StoreUnavailableError(
			'The follow-up store is not open',
			'The log said why; it is tried again by itself.',
		);
	}

	/** Whether a transaction can be begun and ended now. */
	async isReady(): Promise<boolean> {
		const looked = Promise.resolve()
			.then(async () => await this.get().ready())
			.then(
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

	private openAnew(store: Store): void {
		this.store = undefined;
		this.log(
			'The file of the follow-up store was moved away, deleted or replaced. Deliveries are answered 503 until there is one in its place; bring n8n to open it anew too.',
		);
		this.opening = store.close().then(async () => await this.openUntilItIs(this.openIfThere()));
	}

	private async openUntilItIs(first: Promise<Error | undefined>): Promise<void> {
		if ((await first) === undefined) return;
		while (!this.end.signal.aborted) {
			await sleep(TRY_AGAIN_MS, undefined, { signal: this.end.signal }).catch(() => {});
			const tried = this.file ? this.openIfThere() : this.open();
			if (this.end.signal.aborted || (await tried) !== undefined) continue;
			return this.log('The follow-up store is open now.');
		}
	}

	/** An empty store in the place of one that was moved away would know nobody. */
	private async openIfThere(): Promise<Error | undefined> {
		return this.file?.exists() ? await this.open() : new Error('There is no file');
	}

	private async open(): Promise<Error | undefined> {
		try {
			this.store = await openStore(this.options);
			this.file?.remember();
			return undefined;
		} catch (error) {
			return error as Error;
		}
	}
}
