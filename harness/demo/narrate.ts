import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoClock } from './clock/clock.ts';
import { feedEntries } from './feed/entries.ts';
import { sentencesIn } from './feed/sentences.ts';
import { StoreReader } from './feed/store-news.ts';
import type { GuideClient } from './guides/guide-client.ts';
import type { Language } from './options.ts';

const LOOK_EVERY_MS = 300;

interface Narration {
	userFolder: string;
	client: GuideClient;
	clock: DemoClock;
	lang: Language;
	/** Ends it. */
	signal: AbortSignal;
}

/** Tells the guide page what happens in the store as it happens, and puts the clock forward when a person there asks for it. */
export async function narrate({ userFolder, client, clock, lang, signal }: Narration): Promise<void> {
	const sentences = await sentencesIn(lang);
	const reader = new StoreReader(userFolder);
	try {
		while (!signal.aborted) {
			const entries = feedEntries(reader.news(), lang, sentences);
			if (entries.length > 0) await client.tell(entries);
			const wished = await client.takeAdvance();
			if (wished > 0) await clock.advance(wished);
			await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
		}
	} finally {
		reader.close();
	}
}
