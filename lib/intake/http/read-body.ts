import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { WEBHOOK_BODY_MAX_BYTES } from '../../messaging/platform-limits.ts';
import type { Answer } from './answer.ts';

/** Bodies that are being read, all together; whoever sends them is not known before the last byte. */
const HELD_MAX_BYTES = 128 * 1024 * 1024;

const TOO_LARGE: Answer = {
	status: 413,
	text: `The body is larger than the ${WEBHOOK_BODY_MAX_BYTES} bytes Meta sends at most`,
};
const UNREADABLE: Answer = { status: 400, text: 'The body could not be read to its end' };
const BUSY: Answer = {
	status: 503,
	text: 'Too much is being received at once; please deliver it again',
	headers: { 'retry-after': '1' },
};

/** As n8n unpacks the bodies of its webhooks (body-parser.js of n8n 2.41.1); Meta signs what was packed. */
const UNPACK: Record<string, () => Transform> = {
	gzip: () => createGunzip(),
	deflate: () => createInflate(),
};

/** A body that is announced to be too large need not be read. */
export function refuseLarge({ headers }: IncomingMessage): Answer | undefined {
	return Number(headers['content-length'] ?? 0) > WEBHOOK_BODY_MAX_BYTES ? TOO_LARGE : undefined;
}

/** Reads bodies into memory, none larger than Meta's and not too many at once. */
export class BodyReader {
	private held = 0;

	/** The bytes of a body, unpacked; or how to refuse it. */
	async read(request: IncomingMessage): Promise<Buffer | Answer> {
		const unpack = UNPACK[request.headers['content-encoding']?.toLowerCase() ?? '']?.();
		const stream: Readable = unpack ? request.pipe(unpack) : request;
		const chunks: Buffer[] = [];
		let size = 0;
		try {
			return await new Promise<Buffer | Answer>((resolve) => {
				stream.on('data', (chunk: Buffer) => {
					size += chunk.length;
					this.held += chunk.length;
					if (size > WEBHOOK_BODY_MAX_BYTES) resolve(TOO_LARGE);
					else if (this.held > HELD_MAX_BYTES) resolve(BUSY);
					else chunks.push(chunk);
				});
				stream.once('end', () => resolve(Buffer.concat(chunks)));
				stream.once('error', () => resolve(UNREADABLE));
				request.once('error', () => resolve(UNREADABLE));
				// Of a complete body the end comes by itself, of a packed one a little later.
				request.once('close', () => request.complete || resolve(UNREADABLE));
			});
		} finally {
			this.held -= size;
			size = 0;
			stream.removeAllListeners('data');
			if (unpack) {
				request.unpipe(unpack);
				unpack.on('error', () => {}).destroy();
			}
			// What is left of it has to pass before the next request of the same connection.
			request.resume();
		}
	}
}
