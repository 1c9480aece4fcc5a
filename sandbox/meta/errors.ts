import { traceId } from '../ids.ts';

/** An error as the Graph answers it. */
export type GraphError = {
	status: number;
	code: number;
	subcode?: number;
	message: string;
	details?: string;
	type?: string;
};

/** A Graph error with its code in front of the message, as Meta writes it. */
export function graphError(code: number, title: string, details?: string, subcode?: number): GraphError {
	return { status: code === 190 ? 401 : 400, code, subcode, message: `(#${code}) ${title}`, details };
}

/** The token was refused. */
export const invalidToken: GraphError = {
	status: 401,
	code: 190,
	message: 'Invalid OAuth access token - Cannot parse access token',
};

/** The request is signed with another secret than that of the token's app. */
export const invalidProof: GraphError = {
	status: 400,
	code: 100,
	message: 'Invalid appsecret_proof provided in the API argument',
};

/** The object does not exist, or the token may not see it: Meta does not tell which. */
export function unknownObject(id: string, method: string): GraphError {
	return {
		status: 400,
		code: 100,
		subcode: 33,
		type: 'GraphMethodException',
		message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
	};
}

/** The body of an error answer. */
export function errorBody(error: GraphError, product?: 'whatsapp'): unknown {
	return {
		error: {
			message: error.message,
			type: error.type ?? 'OAuthException',
			code: error.code,
			...(error.details && {
				error_data: { ...(product && { messaging_product: product }), details: error.details },
			}),
			...(error.subcode && { error_subcode: error.subcode }),
			fbtrace_id: traceId(),
		},
	};
}
