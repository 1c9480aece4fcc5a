import { CHANNEL_NAMES, type Channel } from '../../messaging/channel.ts';
import { TEXT_LIMIT, textSize } from '../../messaging/platform-limits.ts';
import type { ButtonsContent, MediaContent, Outgoing } from './outgoing.ts';

/**
 * Limits of single parts, in characters. WhatsApp's: Meta, Cloud API message reference; read 2026-11-22. Those of quick
 * replies are widely used figures that were not checked against Meta's page.
 */
const CAPTION = 1024;
const WHATSAPP_BUTTONS = { most: 3, title: 20, id: 256, text: 1024, line: 60 };
const QUICK_REPLIES = { most: 13, title: 20, id: 1000 };

/**
 * What a platform would not take of a message, as a sentence that says what was found, what is allowed and what to do;
 * undefined when all is well.
 */
export function complaintAbout(channel: Channel, content: Outgoing): string | undefined {
	switch (content.kind) {
		case 'text':
			return aboutText(channel, content.text);
		case 'media':
			return aboutMedia(channel, content);
		case 'buttons':
			return aboutButtons(channel, content);
		case 'template':
			return channel === 'whatsapp'
				? undefined
				: `${CHANNEL_NAMES[channel]} has no templates. Send a text while the messaging window is open`;
	}
}

function aboutText(channel: Channel, text: string): string | undefined {
	if (text.trim() === '') return 'The text is empty. Fill in Text';
	const { size, unit } = TEXT_LIMIT[channel];
	const found = textSize(channel, text);
	return found > size
		? `The text has ${found} ${unit}; ${CHANNEL_NAMES[channel]} allows ${size}. Shorten it`
		: undefined;
}

function aboutMedia(channel: Channel, { type, link, id, caption }: MediaContent): string | undefined {
	const name = CHANNEL_NAMES[channel];
	if (!link && !id) return 'There is no file. Fill in Link, or choose a binary file';
	if (id && channel !== 'whatsapp')
		return `${name} takes files by link only. Put the file at a public address and fill in Link`;
	if (link && !/^https?:\/\/\S+$/.test(link))
		return `The link "${link}" is no web address. Use one that starts with https:// and that Meta can open`;
	if (!caption) return undefined;
	if (channel !== 'whatsapp') return `${name} has no captions. Send the text as a message of its own`;
	if (type === 'audio') return 'Audio has no caption on WhatsApp. Send the text as a message of its own';
	return tooLong('caption', caption, CAPTION, name);
}

function aboutButtons(channel: Channel, content: ButtonsContent): string | undefined {
	const { text, buttons, header, footer } = content;
	const isWhatsApp = channel === 'whatsapp';
	const name = CHANNEL_NAMES[channel];
	const limit = isWhatsApp ? WHATSAPP_BUTTONS : QUICK_REPLIES;
	const found = buttons.length;
	if (found < 1 || found > limit.most) return `There are ${found} buttons; ${name} takes 1 to ${limit.most}`;
	if (!isWhatsApp && (header || footer))
		return `${name} has no header or footer with buttons. Leave them empty`;
	const titles = new Set(buttons.map(({ title }) => title));
	const ids = new Set(buttons.map(({ id }) => id));
	if (titles.size < found || ids.size < found)
		return 'Two buttons have the same title or ID. Give each its own';
	const ofText = isWhatsApp
		? (aboutText(channel, text) ?? tooLong('text above the buttons', text, WHATSAPP_BUTTONS.text, name))
		: aboutText(channel, text);
	return (
		ofText ??
		tooLong('header', header ?? '', WHATSAPP_BUTTONS.line, name) ??
		tooLong('footer', footer ?? '', WHATSAPP_BUTTONS.line, name) ??
		buttons
			.map(({ title, id }) => {
				if (title.trim() === '' || id === '') return 'A button has no title or no ID. Fill in both';
				return (
					tooLong(`button "${title}"`, title, limit.title, name) ??
					tooLong('ID of a button', id, limit.id, name)
				);
			})
			.find((complaint) => complaint !== undefined)
	);
}

function tooLong(what: string, text: string, most: number, name: string): string | undefined {
	const found = [...text].length;
	return found > most ? `The ${what} has ${found} characters; ${name} allows ${most}. Shorten it` : undefined;
}
