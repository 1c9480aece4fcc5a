import type { Ledger } from '../ledger.ts';

/** What the guide can show of the inside, in the order in which it usually happens. */
export const FEED_KINDS = [
	'in',
	'answer',
	'planned',
	'due',
	'decided',
	'waits',
	'sending',
	'sent',
	'status',
	'replied',
	'ended',
	'failed',
	'defined',
	'mail',
] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** One thing that happened inside, told by whoever can see it. All texts are plain text. */
export type FeedEntry = {
	id: number;
	kind: FeedKind;
	at: string;
	who?: string;
	followUp?: string;
	text?: string;
	/** When something is due, ISO 8601. */
	until?: string;
	code?: string;
};

/**
 * One thing to try. It counts as done when the feed tells of `until`, after the steps before it, or when a person says so
 * where there is none.
 */
export type GuideStep = {
	title: string;
	text?: string;
	/** Who writes what; `other` is a customer that is not there yet. */
	write?: { who: 'customer' | 'business' | 'other'; text: string };
	/** Where it is done, if not on the phone. */
	link?: { label: string; url: string };
	/** To be run in a terminal. */
	command?: string;
	until?: FeedKind;
	/** Only what the feed tells with this reason code. */
	code?: string;
	/** Only what the feed tells of the follow-up that was written on the dashboard last. */
	isOwn?: boolean;
};

/** Where the program behind the guide stands, e.g. that something is still being installed. */
export type GuideNotice = { state: 'busy' | 'ready' | 'failed'; text: string };

export type Guide = {
	title: string;
	/** How it works, in n8n's sticky note Markdown. */
	about?: string;
	steps: GuideStep[];
	links: { label: string; url: string; hint?: string }[];
	notice?: GuideNotice;
	/** Where to go on from here. */
	next?: { text: string; command?: string; link?: { label: string; url: string } }[];
	/** How much faster than usual time passes. */
	speed: number;
};

const KEPT = 500;

/** The guide and what it tells of the inside; both are given by the demo, for the sandbox sees neither. */
export class GuideState {
	guide: Guide | null = null;
	entries: FeedEntry[] = [];
	readonly #ledger: Ledger;
	#last = 0;
	/** How far a person on the page wants the clock to be put forward; the demo has the clock and takes the wish. */
	#wished = 0;

	constructor(ledger: Ledger) {
		this.#ledger = ledger;
	}

	setGuide(guide: Guide): void {
		this.guide = guide;
		this.#ledger.tell({ type: 'guide', guide });
	}

	wishAdvance(ms: number): void {
		this.#wished += ms;
	}

	takeAdvance(): number {
		const wished = this.#wished;
		this.#wished = 0;
		return wished;
	}

	add(entries: Omit<FeedEntry, 'id'>[]): void {
		const numbered = entries.map((entry) => ({ ...entry, id: ++this.#last }));
		this.entries = [...this.entries, ...numbered].slice(-KEPT);
		this.#ledger.tell({ type: 'feed', entries: numbered });
	}
}
