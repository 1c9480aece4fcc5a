/** The key of the label in a file: what is said in it, or what is to be seen. Nothing here can listen or look. */
const KEY = 'TRANSCRIPT=';
/** Nobody says more in one breath. */
const MOST_BYTES = 4_096;

/** The label as it is written into a file. */
export function labelFor(text: string): Buffer {
	return Buffer.from(`${KEY}${text}\0`);
}

/** What a file says of itself, wherever its form keeps comments; undefined when it says nothing. */
export function labelOf(file: Uint8Array): string | undefined {
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
	const start = bytes.indexOf(KEY);
	if (start < 0) return undefined;
	const text = bytes.subarray(start + KEY.length, start + KEY.length + MOST_BYTES);
	const end = text.indexOf(0);
	return text
		.subarray(0, end < 0 ? text.length : end)
		.toString('utf8')
		.trim();
}
