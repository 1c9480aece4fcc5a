import type { ButtonsContent, MediaContent, Outgoing } from '../../meta/send/outgoing.ts';
import { buttonsComplaint, linkComplaint, textComplaint, tooLong } from '../complaints.ts';

/** Limits of single parts, in characters. Source: Meta, Cloud API message reference; read 2026-11-22. */
const CAPTION = 1024;
const BUTTONS = { most: 3, title: 20, id: 256 };
const TEXT_ABOVE_BUTTONS = 1024;
const LINE_BESIDE_BUTTONS = 60;

/** What WhatsApp would not take of a message; undefined when all is well. */
export function whatsAppComplaint(content: Outgoing): string | undefined {
	switch (content.kind) {
		case 'text':
			return textComplaint('whatsapp', content.text);
		case 'media':
			return linkComplaint(content) ?? captionComplaint(content);
		case 'buttons':
			return aboutButtons(content);
		case 'template':
			return undefined;
	}
}

function captionComplaint({ type, caption }: MediaContent): string | undefined {
	if (!caption) return undefined;
	if (type === 'audio') return 'Audio has no caption on WhatsApp. Send the text as a message of its own';
	return tooLong('whatsapp', 'caption', caption, CAPTION);
}

function aboutButtons(content: ButtonsContent): string | undefined {
	const { text, header = '', footer = '' } = content;
	return (
		textComplaint('whatsapp', text) ??
		tooLong('whatsapp', 'text above the buttons', text, TEXT_ABOVE_BUTTONS) ??
		tooLong('whatsapp', 'header', header, LINE_BESIDE_BUTTONS) ??
		tooLong('whatsapp', 'footer', footer, LINE_BESIDE_BUTTONS) ??
		buttonsComplaint('whatsapp', content, BUTTONS)
	);
}
