import type { Readable } from 'node:stream';

/** Reads a body to its end, or until it is larger or slower than allowed. */
export async function readLimited(
	body: Readable,
	{ maxBytes, timeoutMs }: { maxBytes: number; timeoutMs: number },
): Promise<{ bytes: Uint8Array; isTooLarge?: true }> {
	const chunks: Buffer[] = [];
	let size = 0;
	const late = setTimeout(
		() => body.destroy(Object.assign(new Error('The file came too slowly'), { code: 'ETIMEDOUT' })),
		timeoutMs,
	);
	try {
		for await (const chunk of body as AsyncIterable<Buffer>) {
			size += chunk.length;
			// Leaving the loop ends the connection.
			if (size > maxBytes) return { bytes: new Uint8Array(), isTooLarge: true };
			chunks.push(chunk);
		}
		return { bytes: Buffer.concat(chunks) };
	} finally {
		clearTimeout(late);
	}
}
