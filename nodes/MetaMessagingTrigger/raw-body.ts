import type { IWebhookFunctions } from 'n8n-workflow';
import { WEBHOOK_BODY_MAX_BYTES } from '../../lib/index.ts';

/** What n8n adds to a request: the bytes as received, and the reader for them. */
interface RawRequest {
	headers: Record<string, string | string[] | undefined>;
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

export type RawBody = { bytes: Buffer } | { status: number; text: string };

const TOO_LARGE = {
	status: 413,
	text: `The body is larger than the ${WEBHOOK_BODY_MAX_BYTES} bytes Meta sends at most`,
};

/** Reads the bytes of the body as they came in, or tells with which status to refuse. */
export async function readBody(context: IWebhookFunctions): Promise<RawBody> {
	const request = context.getRequestObject() as unknown as RawRequest;
	if (Number(request.headers['content-length'] ?? 0) > WEBHOOK_BODY_MAX_BYTES) return TOO_LARGE;
	if (request.rawBody === undefined && request.readRawBody) {
		try {
			await request.readRawBody();
		} catch (error) {
			const status = (error as { statusCode?: number }).statusCode;
			if (status === 413) return TOO_LARGE;
			return { status: 400, text: 'The body could not be read to its end' };
		}
	}
	const bytes = request.rawBody ?? Buffer.alloc(0);
	return bytes.length > WEBHOOK_BODY_MAX_BYTES ? TOO_LARGE : { bytes };
}
