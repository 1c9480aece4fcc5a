import { fieldsOf, textIn, type Fields } from './loose-json.ts';

/** What a server says of a fault, wherever in its body it says so. */
export interface SaidOfFault {
	message?: string;
	/** Its own code or type, e.g. insufficient_quota. */
	code?: string;
	/** A status that the body names, whatever the status of the answer is. */
	status?: number;
}

/**
 * Reads the body of an answer that tells of a fault: in OpenAI's form, or as FastAPI (vLLM and others), Ollama, Google and
 * OpenRouter have it. Of a list of complaints only what is wrong and where is read: some servers repeat the question there.
 */
export function readFaultBody(body: unknown): SaidOfFault {
	const whole: unknown = Array.isArray(body) ? body[0] : body;
	const fields = typeof whole === 'string' ? { error: whole } : fieldsOf(whole);
	const told = typeof fields['error'] === 'object' ? fieldsOf(fields['error']) : fields;
	const codes = [told['code'], told['type'], told['status']];
	const code = codes.map(textIn).find((one) => one !== undefined && Number.isNaN(Number(one)));
	const message = messageIn(fields);
	const status =
		[...codes, told['status_code'], fields['status']].map(Number).find(isFaultStatus) ??
		STATUS_OF_CODE[code?.toLowerCase() ?? ''];
	return {
		...(message === undefined ? {} : { message }),
		...(code === undefined ? {} : { code }),
		...(status === undefined ? {} : { status }),
	};
}

/** Whether a number is the HTTP status of a fault. */
export function isFaultStatus(status: number): boolean {
	return Number.isInteger(status) && status >= 400 && status < 600;
}

function messageIn(whole: Fields): string | undefined {
	const { error, message, detail, msg } = whole;
	const { message: own, metadata } = fieldsOf(error);
	const said = [textIn(error), own, saidBehind(fieldsOf(metadata)), detail, message, msg];
	return [...new Set(said.flatMap(textsIn))].join(': ') || undefined;
}

/** What the server behind OpenRouter said. */
function saidBehind({ raw, reasons }: Fields): unknown {
	if (typeof raw !== 'string') return reasons;
	try {
		return messageIn(fieldsOf(JSON.parse(raw))) ?? raw;
	} catch {
		return raw;
	}
}

function textsIn(told: unknown): string[] {
	if (Array.isArray(told)) return told.slice(0, 3).flatMap(textsIn);
	const text = textIn(told);
	if (text !== undefined) return [text];
	const { loc, msg, message } = fieldsOf(told);
	return [...(Array.isArray(loc) ? [loc.join('.')] : []), ...[msg ?? message].flatMap(textIn)].filter(
		(one) => one !== undefined,
	);
}

/** The names that OpenAI, Anthropic and Google give their statuses. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
	invalid_api_key: 401,
	authentication_error: 401,
	unauthenticated: 401,
	insufficient_quota: 402,
	permission_error: 403,
	permission_denied: 403,
	model_not_found: 404,
	not_found_error: 404,
	not_found: 404,
	rate_limit_error: 429,
	rate_limit_exceeded: 429,
	resource_exhausted: 429,
	invalid_request_error: 400,
	invalid_argument: 400,
	overloaded_error: 503,
	unavailable: 503,
};
