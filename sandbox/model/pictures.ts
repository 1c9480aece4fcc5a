import { isObject } from '../http.ts';
import { labelOf } from '../media/label.ts';

/** What the pictures in the last message say of themselves; undefined when there are none. Nothing here can look. */
export function labelsInPictures(messages: unknown): string | undefined {
	const last: unknown = Array.isArray(messages) ? messages.at(-1) : undefined;
	const parts: unknown = isObject(last) ? last['content'] : undefined;
	if (!Array.isArray(parts)) return undefined;
	const pictures = parts.flatMap((part) =>
		isObject(part) && isObject(part['image_url']) ? [part['image_url']] : [],
	);
	if (pictures.length === 0) return undefined;
	const labels = pictures.map(({ url }) => labelOf(bytesOf(String(url))) ?? 'a picture without a label');
	return labels.join('\n');
}

function bytesOf(url: string): Buffer {
	return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
