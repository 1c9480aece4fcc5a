import { LRUCache } from 'lru-cache';
import type { MessagingEvent } from '../messaging/messaging-event.ts';
import type { RegisteredChatbots } from '../store/chatbots/source.ts';
import type { Store } from '../store/store.ts';
import { GroupCommit } from './group-commit.ts';

/** A delivery of Meta may carry 1,000 events by itself; of single ones this is a tenth of a second or less. */
const EVENTS_AT_ONCE = 300;

/** Told before by this process: every delivery would say the same again. */
const REMEMBERED = 1_000;

/** Records deliveries and plans what they begin; those that come together in one transaction. */
export class Recorder {
	private readonly group: GroupCommit<MessagingEvent[]>;
	private readonly told = new LRUCache<string, true>({ max: REMEMBERED });

	constructor(
		private readonly store: () => Store,
		private readonly planBy: RegisteredChatbots,
		private readonly log: (line: string) => void,
	) {
		this.group = new GroupCommit(async (deliveries) => await this.commit(deliveries.flat()), {
			...{ sizeOf: ({ length }) => length, most: EVENTS_AT_ONCE },
		});
	}

	/** Done when the events of a delivery are recorded and planned for, on the disk. */
	async record(events: MessagingEvent[]): Promise<void> {
		if (events.length > 0) await this.group.add(events);
	}

	/** How many deliveries wait to be recorded. */
	get waiting(): number {
		return this.group.length;
	}

	private async commit(events: MessagingEvent[]): Promise<void> {
		const store = this.store();
		const { unreadable } = await store.ingest(events, await store.now(), { planBy: this.planBy });
		for (const { chatbot, name, why } of unreadable) {
			const line = `The follow-up "${name}" of the chatbot ${chatbot} was not planned: what is stored of it cannot be read (${why}). Its Follow-Up Evaluate writes it anew when it runs; give n8n and the intake the same version of this package.`;
			if (this.told.get(line)) continue;
			this.told.set(line, true);
			this.log(line);
		}
	}
}
