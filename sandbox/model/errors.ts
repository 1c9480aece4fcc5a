/** An error in the form of OpenAI's API. */
export function modelError(message: string, type: string, code: string | null, param: string | null = null) {
	return { error: { message, type, param, code } };
}

const types: Record<number, string> = {
	401: 'invalid_request_error',
	403: 'permission_error',
	429: 'rate_limit_error',
};

/** The error body that goes with a status. */
export function errorOfStatus(status: number, message?: string) {
	const type = types[status] ?? (status >= 500 ? 'server_error' : 'invalid_request_error');
	return modelError(
		message ?? `The sandbox was told to answer ${status}.`,
		type,
		status === 429 ? 'rate_limit_exceeded' : null,
	);
}
