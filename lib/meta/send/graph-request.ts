/** A request to the Graph API, without host, version and token: those belong to the credential. */
export interface GraphRequest {
	method: 'GET' | 'POST' | 'DELETE';
	/** e.g. 210000000000001/messages */
	path: string;
	body?: object;
	/** Instead of `body`: bytes as they are, e.g. a form with a file. */
	raw?: { contentType: string; bytes: Uint8Array };
	query?: Record<string, string | number>;
}

export interface GraphResponse {
	status: number;
	body: unknown;
}

/**
 * Carries a request to the Graph API and gives back whatever status it answers with. Throws only when there was no answer;
 * the error carries Node's `code` (ECONNREFUSED, ETIMEDOUT …).
 */
export type GraphTransport = (request: GraphRequest) => Promise<GraphResponse>;
