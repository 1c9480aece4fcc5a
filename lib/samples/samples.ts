import type { ParsedWebhook } from '../channels/parse-webhook.ts';
import { sampleBook } from './sample-book.ts';
import { isSurprising } from './surprising.ts';

/** Of which deliveries samples are kept: of each form, or of what was not understood only. */
export type SamplesOf = 'all' | 'surprising';

/** Is shown genuine deliveries and keeps samples of those that are wanted. */
export interface Samples {
	show(json: unknown, bytes: number, parsed: ParsedWebhook): void;
}

/** Keeps samples in a folder; `log` tells once when that is not possible. */
export function keepSamples(of: SamplesOf, folder: string, log: (line: string) => void): Samples {
	const book = sampleBook(folder, log);
	return {
		show(json, bytes, parsed) {
			if (of === 'all' || isSurprising(parsed)) book.note(json, bytes);
		},
	};
}
