import { LRUCache } from 'lru-cache';
import { clockWarning } from '../messaging/clock-warning.ts';
import type { MessagingEvent } from '../messaging/messaging-event.ts';
import type { IngestOptions } from '../store/ingest/index.ts';
import type { Store } from '../store/store.ts';
import { GroupCommit } from './group-commit.ts';

/** A delivery of Meta may carry 1,000 events by itself; of single ones this is a tenth of a second or less. */
const EVENTS_AT_ONCE = 300;

/** Told before by this process: every delivery would say the same again. */
const REMEMBERED = 1_000;

/** Records deliveries and plans what they begin; those that come together in one transaction. */
export class Recorder {
	private readonly lanes: GroupCommit<MessagingEvent[]>[];
	private readonly told = new LRUCache<string, true>({ max: REMEMBERED });

	constructor(
		private readonly store: () => Store,
		private readonly options: Omit<IngestOptions, 'listener'>,
		private readonly log: (line: string) => void,
		/** How many transactions may be under way at once. */
		lanes: number,
	) {
		this.lanes = Array.from(
			{ length: lanes },
			() =>
				new GroupCommit(async (deliveries) => await this.commit(deliveries.flat()), {
					...{ sizeOf: ({ length }) => length, most: EVENTS_AT_ONCE },
				}),
		);
	}

	/** Done when the events of a delivery are recorded and planned for, on the disk. */
	async record(events: MessagingEvent[]): Promise<void> {
		const [first] = events;
		if (first) await this.laneOf(first).add(events);
	}

	/** How many deliveries wait to be recorded. */
	get waiting(): number {
		return this.lanes.reduce((sum, { length }) => sum + length, 0);
	}

	/** What one customer does is recorded in its order, and two transactions rarely want the same rows. */
	private laneOf({ account, contact }: MessagingEvent): GroupCommit<MessagingEvent[]> {
		const name = `${account}:${contact.phone ?? contact.id}`;
		let hash = 0;
		for (let place = 0; place < name.length; place++) hash = (hash * 31 + name.charCodeAt(place)) | 0;
		return this.lanes[Math.abs(hash) % this.lanes.length] as GroupCommit<MessagingEvent[]>;
	}

	private async commit(events: MessagingEvent[]): Promise<void> {
		const store = this.store();
		const { unreadable, wrongClocks } = await store.ingest(events, await store.now(), this.options);
		for (const found of wrongClocks) this.log(clockWarning(found));
		for (const { chatbot, name, why } of unreadable) {
			const line = `The follow-up "${name}" of the chatbot ${chatbot} was not planned: what is stored of it cannot be read (${why}). Its Follow-Up Evaluate writes it anew when it runs; give n8n and the intake the same version of this package.`;
			if (this.told.get(line)) continue;
			this.told.set(line, true);
			this.log(line);
		}
	}
}
