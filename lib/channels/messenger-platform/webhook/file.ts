import type { MediaFile } from '../../../messaging/media.ts';
import { asObject, asText } from '../../../meta/webhook/read.ts';

/** Meta's addresses of files are signed and have some hundred characters. */
const ADDRESS_MAX_CHARACTERS = 4_000;

/**
 * The first recording or picture among the attachments; a sticker is a picture that says nothing. Meta does not tell a voice
 * note from a file: nearly all are voice notes. Source: Meta, webhook reference "messages"; read 2026-11-22.
 */
export function fileOf(attachments: readonly unknown[]): MediaFile | undefined {
	for (const attachment of attachments) {
		const { type, payload } = asObject(attachment) ?? {};
		const content = asObject(payload);
		const url = asText(content?.url);
		if (url === undefined || url.length > ADDRESS_MAX_CHARACTERS || content?.sticker_id !== undefined)
			continue;
		if (type === 'audio') return { kind: 'audio', url, voice: true };
		if (type === 'image') return { kind: 'image', url };
	}
	return undefined;
}
