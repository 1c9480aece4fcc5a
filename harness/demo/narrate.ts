import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoClock } from './clock/clock.ts';
import { passTime } from './clock/pass-time.ts';
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

/** Tells the guide page what happens in the store as it happens, and lets time pass when a person there asks for it. */
export async function narrate({ userFolder, client, clock, lang, signal }: Narration): Promise<void> {
	const sentences = await sentencesIn(lang);
	const reader = new StoreReader(userFolder);
	const repeat = async (act: () => Promise<void>): Promise<void> => {
		while (!signal.aborted) {
			await act();
			await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
		}
	};
	try {
		// Side by side: what happens while time passes is told as it happens.
		await Promise.all([
			repeat(async () => {
				const entries = feedEntries(reader.news(), lang, sentences);
				if (entries.length > 0) await client.tell(entries);
			}),
			repeat(async () => {
				const wished = await client.takeAdvance();
				if (wished > 0) await passTime(clock, reader, wished, signal);
			}),
		]);
	} finally {
		reader.close();
	}
}
