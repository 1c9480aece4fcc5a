import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import { textSize } from '../../messaging/platform-limits.ts';
import { askedLimit, WRITTEN_LIMIT } from '../written-limit.ts';
import type { Check } from './check.ts';

/** Too long is refused by Meta or read by nobody; cutting it would send half a sentence. */
export const length: Check = ({ text, channel }) => {
	const { size, unit } = CHANNEL_FACTS[channel].textLimit;
	const found = textSize(channel, text);
	if (found > size) return `The message has ${found} ${unit}; ${CHANNEL_NAMES[channel]} allows ${size}.`;
	return text.length > WRITTEN_LIMIT
		? `The message has ${text.length} characters; it must have at most ${askedLimit(channel)}.`
		: undefined;
};
