import { ModelAnswerError, ModelConfigurationError, ModelUnavailableError } from './decision-model.ts';

/** What a client library throws when a model server does not answer as hoped. */
export interface HttpFault {
	/** Undefined when no answer came at all. */
	status?: number;
	/** The server's own code, e.g. insufficient_quota. */
	code?: string;
	message: string;
	retryAfterMs?: number;
}

/** How a source wants its settings to be named in advice. */
export interface SourceNames {
	/** e.g. "the OpenAI-Compatible API credential" */
	credential: string;
	model: string;
	/** Never shown, whatever a server repeats. */
	secret?: string;
}

const SHOWN_CHARACTERS = 300;

/** Says of a fault whether to wait, to call a person, or to give this one conversation up. */
export function translateFault(
	fault: HttpFault,
	{ credential, model, secret }: SourceNames,
): ModelUnavailableError | ModelConfigurationError | ModelAnswerError {
	const { status, code = '' } = fault;
	const said = shown(fault.message, secret);
	if (status === undefined) return new ModelUnavailableError(said);
	if (status === 401 || status === 403) {
		return new ModelConfigurationError(
			`The model server refused the key (HTTP ${status})`,
			`Open ${credential}, check the API key and the address of the server, and test it`,
		);
	}
	// OpenAI answers 429 to a used-up balance too; waiting does not fill it.
	if (status === 402 || code === 'insufficient_quota') {
		return new ModelConfigurationError(
			`The account of the model server has no balance left (HTTP ${status})`,
			`Top up the account that ${credential} belongs to, or choose another one`,
		);
	}
	if (status === 404) {
		return new ModelConfigurationError(
			`The model server does not know the model "${model}" (HTTP 404: ${said})`,
			`Choose a model that the server offers, or correct the address in ${credential}`,
		);
	}
	if (status === 408 || status === 409 || status === 429 || status >= 500) {
		return new ModelUnavailableError(`The model server answered with HTTP ${status}`, fault.retryAfterMs);
	}
	if (
		/context_length|context length|maximum context|too many tokens|string_above_max/i.test(
			`${code} ${said}`,
		) ||
		status === 413
	) {
		return new ModelAnswerError('too_long', 'The conversation is too long for the model');
	}
	if (/content_filter|content management policy|content_policy/i.test(`${code} ${said}`)) {
		return new ModelAnswerError('refused', "The model server's content filter stopped the question");
	}
	return new ModelConfigurationError(
		`The model server refused the request (HTTP ${status}): ${said}`,
		'Check that the chosen model can be used for chat completions',
	);
}

function shown(message: string, secret: string | undefined): string {
	const safe = secret ? message.replaceAll(secret, '…') : message;
	return safe.length > SHOWN_CHARACTERS ? `${safe.slice(0, SHOWN_CHARACTERS)}…` : safe;
}
