import { MediaError } from '../messaging/media-error.ts';
import type { FetchedFile, MediaKind } from '../messaging/media.ts';

interface Form {
	kind: MediaKind;
	mimeType: string;
	extension: string;
	fits(bytes: Buffer): boolean;
}

const at =
	(place: number, ...words: string[]) =>
	(bytes: Buffer): boolean =>
		words.some((word) => bytes.toString('latin1', place, place + word.length) === word);

/** A frame of MPEG audio begins with eleven bits that are set. */
const isMpegFrame = (bytes: Buffer): boolean => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;

/** The forms that OpenAI's "Speech to text" and "Images and vision" take; read 2026-12-01. */
const FORMS: readonly Form[] = [
	{ kind: 'audio', mimeType: 'audio/ogg', extension: 'ogg', fits: at(0, 'OggS') },
	{ kind: 'audio', mimeType: 'audio/wav', extension: 'wav', fits: (bytes) => isRiff(bytes, 'WAVE') },
	{ kind: 'audio', mimeType: 'audio/flac', extension: 'flac', fits: at(0, 'fLaC') },
	{ kind: 'audio', mimeType: 'audio/webm', extension: 'webm', fits: at(0, '\x1aE\xdf\xa3') },
	{ kind: 'audio', mimeType: 'audio/mp4', extension: 'm4a', fits: at(4, 'ftyp') },
	{ kind: 'image', mimeType: 'image/jpeg', extension: 'jpg', fits: at(0, '\xff\xd8\xff') },
	{ kind: 'image', mimeType: 'image/png', extension: 'png', fits: at(0, '\x89PNG\r\n\x1a\n') },
	{ kind: 'image', mimeType: 'image/gif', extension: 'gif', fits: at(0, 'GIF87a', 'GIF89a') },
	{ kind: 'image', mimeType: 'image/webp', extension: 'webp', fits: (bytes) => isRiff(bytes, 'WEBP') },
	{
		kind: 'audio',
		mimeType: 'audio/mpeg',
		extension: 'mp3',
		fits: (bytes) => at(0, 'ID3')(bytes) || isMpegFrame(bytes),
	},
];

function isRiff(bytes: Buffer, form: string): boolean {
	return at(0, 'RIFF')(bytes) && at(8, form)(bytes);
}

/**
 * What a file really is. Meta passes on whatever a customer called a picture.
 * @throws MediaError when it is nothing of the kind that can be understood.
 */
export function recognise(kind: MediaKind, bytes: Uint8Array): FetchedFile {
	const head = Buffer.from(bytes.subarray(0, 16));
	const form = FORMS.find((one) => one.kind === kind && one.fits(head));
	if (form) return { kind, bytes, mimeType: form.mimeType, extension: form.extension };
	const found = `it begins with ${head.subarray(0, 4).toString('hex') || 'nothing'}`;
	throw new MediaError(kind === 'audio' ? 'unsupported_type' : 'no_picture', found);
}
