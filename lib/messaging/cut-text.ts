import type { Channel } from './channel.ts';
import { CHANNEL_FACTS } from './channels/index.ts';
import { textSize } from './platform-limits.ts';

const ELLIPSIS = '…';

/** Shortens a text to what the channel takes, at a word, with an ellipsis; a text that fits stays as it is. */
export function cutText(channel: Channel, text: string): string {
	const { size } = CHANNEL_FACTS[channel].textLimit;
	if (textSize(channel, text) <= size) return text;
	const room = size - textSize(channel, ELLIPSIS);
	// By what a reader sees as one character: an emoji or an accent is never cut in two.
	let kept = '';
	let used = 0;
	for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
		used += textSize(channel, segment);
		if (used > room) break;
		kept += segment;
	}
	const atWord = /\s/.test(text[kept.length] ?? '') ? kept : kept.slice(0, lastSpace(kept));
	return `${(atWord.trim() === '' ? kept : atWord).trimEnd()}${ELLIPSIS}`;
}

function lastSpace(text: string): number {
	for (let at = text.length - 1; at >= 0; at--) if (/\s/.test(text.charAt(at))) return at;
	return text.length;
}
