import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';
import {
	eventItem,
	eventKey,
	type ClaimedStart,
	type EventName,
	type Now,
	type StartListener,
	type Store,
} from '../../../lib/index.ts';
import { beginExecution } from './begin.ts';

/** Where nothing tells of events, they are looked for this often. */
const LOOK_MS = 1_000;
/** After a look that failed: a server that is not there is not asked every second. */
const AFTER_FAULT_MS = 5_000;
/**
 * How long an event is believed to be on its way into n8n, which takes milliseconds. If n8n ends in between it is handed out
 * again after that.
 */
const LEASE_MS = 30_000;
/** n8n may keep an execution waiting for its place; so long its event is not started once more by this process. */
const WAITS_MS = 60 * 60_000;
/** Longer than that no execution takes up a place: one that vanished with its queue (Redis) is never told of. */
const PLACE_MS = 60 * 60_000;
/** That it listens is noted once an hour; it holds for days. */
const NOTED_MS = 60 * 60_000;
const AT_ONCE = 50;
/** At its end n8n goes on with what it was given; so long that is waited for. */
const AT_END_MS = 3_000;
const STEP_MS = 20;

/** What events are taken with. */
export interface WatchOptions {
	context: ITriggerFunctions;
	store: () => Promise<Store>;
	listener: StartListener;
	/** How many executions may run at the same time. */
	places: number;
	/** Meta delivers elsewhere by now: what waits is taken, and nothing more is asked to be kept. */
	isLeaving?: boolean;
}

/** Those of this process. */
const watches = new Set<StartWatch>();

/** An execution of this process has begun: the next event of the conversation may start. */
export function noteBegun(listener: string, events: readonly EventName[]): void {
	for (const watch of watches) if (watch.listener === listener) watch.began(events);
}

/** Whether events are taken from the store in this process, for this trigger. */
export function takesFromStore(listener: string): boolean {
	return [...watches].some((watch) => watch.listener === listener);
}

/** Takes the events that wait for this workflow from the store, and starts one execution for each. */
export class StartWatch {
	/** Since when each execution that was started here runs. */
	private readonly running = new Map<string, number>();
	/** Given to n8n, which has not begun with them. */
	private readonly onTheirWay = new Map<string, number>();
	private readonly includeRaw: boolean;
	private looking: Promise<void> | undefined;
	private lookAgain = false;
	private timer: NodeJS.Timeout | undefined;
	private notedAt = -Infinity;
	private stopWatching: (() => Promise<void>) | undefined;
	private isClosed = false;

	constructor(private readonly options: WatchOptions) {
		this.includeRaw = options.listener.includeRaw;
		watches.add(this);
	}

	get listener(): string {
		return this.options.listener.id;
	}

	/** n8n has begun with these. */
	began(events: readonly EventName[]): void {
		for (const event of events) this.onTheirWay.delete(eventKey(event));
		this.look();
	}

	/** Looks at once, and from then on whenever something may have come. */
	look(): void {
		if (this.isClosed) return;
		this.lookAgain = true;
		this.looking ??= this.work().finally(() => (this.looking = undefined));
	}

	/** Hands nothing out any more; what n8n has begun with is noted. */
	async close(): Promise<void> {
		this.isClosed = true;
		clearTimeout(this.timer);
		await this.looking;
		await this.stopWatching?.();
		for (let waited = 0; this.onTheirWay.size > 0 && waited < AT_END_MS; waited += STEP_MS)
			await sleep(STEP_MS);
		watches.delete(this);
	}

	private async work(): Promise<void> {
		clearTimeout(this.timer);
		let next = LOOK_MS;
		try {
			while (this.lookAgain && !this.isClosed) {
				this.lookAgain = false;
				await this.takeUp(await this.options.store());
			}
		} catch (error) {
			next = AFTER_FAULT_MS;
			this.lookAgain = false;
			this.options.context.logger.error(
				`Events that wait for this workflow could not be taken from the store, it is tried again: ${(error as Error).message}`,
			);
		}
		if (this.isClosed) return;
		this.timer = setTimeout(() => this.look(), next);
		this.timer.unref();
	}

	private async takeUp(store: Store): Promise<void> {
		const now = await store.now();
		await this.note(store, now);
		const { listener } = this.options;
		for (let isMore = true; isMore && !this.isClosed; ) {
			const limit = Math.min(AT_ONCE, this.freePlaces());
			if (limit <= 0) return;
			const claimed = await store.claimStarts({ listener: listener.id, now, limit, leaseMs: LEASE_MS });
			for (const id of claimed.unreadable)
				this.options.context.logger.error(
					`An event that waited for this workflow was left out, because what is stored of it cannot be read (number ${id}). Give n8n and the intake the same version of this package.`,
				);
			for (const start of claimed.starts) this.start(start, now);
			isMore = claimed.starts.length === limit;
		}
	}

	private async note(store: Store, now: Now): Promise<void> {
		if (now.getTime() - this.notedAt < NOTED_MS) return;
		if (!this.options.isLeaving) await store.listenForStarts(this.options.listener, now);
		this.stopWatching ??= await store.watchStarts(() => this.look());
		this.notedAt = now.getTime();
	}

	private freePlaces(): number {
		const oldest = performance.now() - PLACE_MS;
		for (const [key, since] of this.running) if (since < oldest) this.running.delete(key);
		return this.options.places - this.running.size;
	}

	private start(start: ClaimedStart, now: Now): void {
		const name = eventKey(start.event);
		const since = performance.now();
		// Its lease ran out while n8n keeps it waiting for a place.
		if (since - (this.onTheirWay.get(name) ?? -Infinity) < WAITS_MS) return;
		this.onTheirWay.set(name, since);
		this.running.set(name, since);
		const item = eventItem(start, { includeRaw: this.includeRaw, now }) as unknown as IDataObject;
		beginExecution(this.options.context, item, start.key, {
			known: () => void this.noteKnown(start),
			over: () => {
				this.onTheirWay.delete(name);
				if (this.running.delete(name)) this.look();
			},
		});
	}

	private async noteKnown(start: ClaimedStart): Promise<void> {
		try {
			await (await this.options.store()).startsBegun([start]);
			this.look();
		} catch (error) {
			// It is handed out again when its lease ends, and n8n says once more that it knows it.
			this.options.context.logger.warn(
				`That an execution exists already could not be noted, it is tried again: ${(error as Error).message}`,
			);
		}
	}
}
