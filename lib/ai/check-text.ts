import type { Channel } from '../messaging/channel';
import { CHANNEL_NAMES } from '../messaging/channel';
import { TEXT_LIMIT, textSize } from '../messaging/platform-limits';

/** What a model leaves behind when it had nothing to fill in: {{name}}, [link], <nombre>, [[SKIP]], %s. */
const LEFTOVERS = [
	/\{\{.*?\}\}/s,
	/\[\[.*?\]\]/s,
	/\[[\p{L}_ ]{2,40}\]/u,
	/<[\p{L}_ ]{2,40}>/u,
	/%[sd]\b/,
	/\b(?:NO_REPLY|SKIP|null|undefined)\b/,
];

/** Checks a text the model wrote. Returns what is wrong with it, in words the model can act on, or undefined. */
export function complaintAboutText(text: string | null, channel: Channel): string | undefined {
	if (text === null || text.trim() === '') return 'The message is missing.';
	const { size, unit } = TEXT_LIMIT[channel];
	const found = textSize(channel, text);
	if (found > size) return `The message has ${found} ${unit}; ${CHANNEL_NAMES[channel]} allows ${size}.`;
	const leftover = LEFTOVERS.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
	return leftover === undefined ? undefined : `The message contains a placeholder: ${leftover}`;
}
