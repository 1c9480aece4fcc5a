import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import { textSize } from '../../messaging/platform-limits.ts';
import type { Check } from './check.ts';

/** Too long is refused by Meta; cutting it would send half a sentence. */
export const length: Check = ({ text, channel }) => {
	const { size, unit } = CHANNEL_FACTS[channel].textLimit;
	const found = textSize(channel, text);
	return found > size
		? `The message has ${found} ${unit}; ${CHANNEL_NAMES[channel]} allows ${size}.`
		: undefined;
};
