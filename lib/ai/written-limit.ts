import type { Channel } from '../messaging/channel.ts';
import { CHANNEL_FACTS } from '../messaging/channels/index.ts';

/** A follow-up is short; a channel's own limit may be longer than anybody reads. */
const WRITTEN_MAX_CHARACTERS = 1_000;
/** Models count badly: so much more than was asked for may still go. */
const TOLERANCE = 1.5;

/**
 * How many characters a model is asked to keep to. Instagram counts bytes, and an accented letter takes two: half of them is a
 * safe number.
 */
export function askedLimit(channel: Channel): number {
	const { size, unit } = CHANNEL_FACTS[channel].textLimit;
	return Math.min(unit === 'bytes' ? size / 2 : size, WRITTEN_MAX_CHARACTERS);
}

/** From how many characters on a text is not what was asked for. */
export const WRITTEN_LIMIT = WRITTEN_MAX_CHARACTERS * TOLERANCE;
