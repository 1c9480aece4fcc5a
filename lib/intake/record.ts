import { LRUCache } from 'lru-cache';
import { clockWarning } from '../messaging/clock-warning.ts';
import type { MessagingEvent } from '../messaging/messaging-event.ts';
import type { SigningApp } from '../messaging/signing-app.ts';
import type { AccountApp } from '../store/accounts/account-apps.ts';
import { ownEvents } from '../store/accounts/own-events.ts';
import type { IngestOptions } from '../store/ingest/index.ts';
import type { Store } from '../store/store.ts';
import { GroupCommit } from './group-commit.ts';

/** A delivery of Meta may carry 1,000 events by itself; of single ones this is a tenth of a second or less. */
const EVENTS_AT_ONCE = 300;

/** Told before by this process: every delivery would say the same again. */
const REMEMBERED = 1_000;

/** What became of a delivery. */
export interface Recorded {
	/** How many events were recorded. */
	recorded: number;
	/** Accounts that belong to another app than the one that signed; of them nothing was recorded. */
	foreign: AccountApp[];
}

/** Events with the IDs at Meta of the app that signed them. */
interface Signed {
	events: MessagingEvent[];
	ownAppIds: readonly string[];
}

/**
 * Records deliveries and plans what they begin; those that come together in one transaction, one transaction at a time. With
 * two at a time on Postgres the groups are half as large, and 16 connections bring 1,270 statuses a second instead of 1,510
 * (64: 3,250 and 3,300; two cores, Postgres 15.18, 2026-12-01).
 */
export class Recorder {
	private readonly group: GroupCommit<Signed>;
	private readonly told = new LRUCache<string, true>({ max: REMEMBERED });

	constructor(
		private readonly store: () => Store,
		private readonly options: Omit<IngestOptions, 'listener' | 'ownAppIds'>,
		private readonly log: (line: string) => void,
	) {
		this.group = new GroupCommit(async (deliveries) => await this.commitAll(deliveries), {
			...{ sizeOf: ({ events }) => events.length, most: EVENTS_AT_ONCE },
		});
	}

	/** Done when the events of a delivery are recorded and planned for, on the disk. */
	async record(events: MessagingEvent[], app: SigningApp): Promise<Recorded> {
		if (events.length === 0) return { recorded: 0, foreign: [] };
		const store = this.store();
		const { own, foreign } = await ownEvents(store, events, app, await store.now());
		if (own.length > 0) await this.group.add({ events: own, ownAppIds: app.appIds });
		return { recorded: own.length, foreign };
	}

	/** How many deliveries wait to be recorded. */
	get waiting(): number {
		return this.group.length;
	}

	/** Which apps are ours may differ from one to the next; mostly there is one. */
	private async commitAll(deliveries: Signed[]): Promise<void> {
		const byApp = Map.groupBy(deliveries, ({ ownAppIds }) => ownAppIds.join(','));
		for (const some of byApp.values())
			await this.commit(
				some.flatMap(({ events }) => events),
				some[0]?.ownAppIds ?? [],
			);
	}

	private async commit(events: MessagingEvent[], ownAppIds: readonly string[]): Promise<void> {
		const store = this.store();
		const options = { ...this.options, ownAppIds };
		const { unreadable, wrongClocks } = await store.ingest(events, await store.now(), options);
		for (const found of wrongClocks) this.log(clockWarning(found));
		for (const { chatbot, name, why } of unreadable) {
			const line = `The follow-up "${name}" of the chatbot ${chatbot} was not planned: what is stored of it cannot be read (${why}). Its Follow-Up Evaluate writes it anew when it runs; give n8n and the intake the same version of this package.`;
			if (this.told.get(line)) continue;
			this.told.set(line, true);
			this.log(line);
		}
	}
}
