import { asObject, asText } from '../../meta/webhook/read.ts';
import { GraphError } from '../../meta/send/graph-error.ts';
import type { GraphTransport } from '../../meta/send/graph-request.ts';
import type { FileToUpload } from '../../meta/send/outgoing.ts';

/**
 * Uploads a file to a WhatsApp number and returns its ID, valid for 30 days.
 * @throws GraphError when Meta does not take the file.
 */
export async function uploadToNumber(
	transport: GraphTransport,
	account: string,
	file: FileToUpload,
): Promise<string> {
	const form = new FormData();
	form.set('messaging_product', 'whatsapp');
	form.set('type', file.mimeType);
	form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.mimeType }), file.fileName);
	// The platform knows how to write a multipart body; its boundary stands in the content type.
	const encoded = new Response(form);
	const raw = {
		contentType: encoded.headers.get('content-type') ?? 'multipart/form-data',
		bytes: new Uint8Array(await encoded.arrayBuffer()),
	};
	const response = await transport({ method: 'POST', path: `${account}/media`, raw });
	const id = asText(asObject(response.body)?.id);
	if (response.status >= 300 || !id) throw GraphError.from('whatsapp', response);
	return id;
}
