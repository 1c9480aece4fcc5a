import type { MediaFile } from '../../../messaging/media.ts';
import { asObject, asText, type Json } from '../../../meta/webhook/read.ts';

/** The voice note, audio file or picture of a message. Source: Meta, webhook reference "messages"; read 2026-11-22. */
export function fileOf(message: Json, type: string): MediaFile | undefined {
	if (type !== 'audio' && type !== 'image') return undefined;
	const content = asObject(message[type]);
	const id = asText(content?.id);
	if (!content || !id) return undefined;
	const mimeType = asText(content.mime_type);
	return {
		...{ kind: type, id },
		...(mimeType === undefined ? {} : { mimeType }),
		...(content.voice === true ? { voice: true } : {}),
	};
}
