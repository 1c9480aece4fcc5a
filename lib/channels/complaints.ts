import { CHANNEL_NAMES, type Channel } from '../messaging/channel.ts';
import { CHANNEL_FACTS } from '../messaging/channels/index.ts';
import { textSize } from '../messaging/platform-limits.ts';
import type { ButtonsContent, MediaContent } from '../meta/send/outgoing.ts';

/** What a channel would not take of a text, by its own limit. */
export function textComplaint(channel: Channel, text: string): string | undefined {
	if (text.trim() === '') return 'The text is empty. Fill in Text';
	const { size, unit } = CHANNEL_FACTS[channel].textLimit;
	const found = textSize(channel, text);
	return found > size
		? `The text has ${found} ${unit}; ${CHANNEL_NAMES[channel]} allows ${size}. Shorten it`
		: undefined;
}

/** What no channel takes as the address of a file. */
export function linkComplaint({ link, id }: MediaContent): string | undefined {
	if (!link && !id) return 'There is no file. Fill in Link, or choose a binary file';
	if (link && !/^https?:\/\/\S+$/.test(link))
		return `The link "${link}" is no web address. Use one that starts with https:// and that Meta can open`;
	return undefined;
}

export interface ButtonLimits {
	most: number;
	/** In characters. */
	title: number;
	id: number;
}

/** What a channel would not take of buttons, by how many and how long they may be. */
export function buttonsComplaint(
	channel: Channel,
	{ buttons }: ButtonsContent,
	limits: ButtonLimits,
): string | undefined {
	const name = CHANNEL_NAMES[channel];
	const found = buttons.length;
	if (found < 1 || found > limits.most)
		return `There are ${found} buttons; ${name} takes 1 to ${limits.most}`;
	const titles = new Set(buttons.map(({ title }) => title));
	const ids = new Set(buttons.map(({ id }) => id));
	if (titles.size < found || ids.size < found)
		return 'Two buttons have the same title or ID. Give each its own';
	return buttons
		.map(({ title, id }) => {
			if (title.trim() === '' || id === '') return 'A button has no title or no ID. Fill in both';
			return (
				tooLong(channel, `button "${title}"`, title, limits.title) ??
				tooLong(channel, 'ID of a button', id, limits.id)
			);
		})
		.find((complaint) => complaint !== undefined);
}

/** A part that is too long for a channel, in characters. */
export function tooLong(channel: Channel, what: string, text: string, most: number): string | undefined {
	const found = [...text].length;
	return found > most
		? `The ${what} has ${found} characters; ${CHANNEL_NAMES[channel]} allows ${most}. Shorten it`
		: undefined;
}
