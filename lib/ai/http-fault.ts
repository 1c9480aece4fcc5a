import {
	DoubtfulRefusalError,
	ModelAnswerError,
	ModelConfigurationError,
	ModelUnavailableError,
} from './decision-model.ts';
import { tellsOf } from './fault-words.ts';

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
/** Shorter than this no key is a secret ("none", "ollama"), and it may be part of any word. */
const SECRET_CHARACTERS = 8;

/** What a server answers when asking again later can help; 425 and 5xx besides. */
const PASSING = new Set([408, 409, 425, 429]);

/**
 * Says of a fault whether to wait, to call a person, or to give this one conversation up. What may be either of the last two
 * is a DoubtfulRefusalError: a harmless question tells.
 */
export function translateFault(
	fault: HttpFault,
	source: SourceNames,
): ModelUnavailableError | ModelConfigurationError | ModelAnswerError {
	const { status } = fault;
	const { credential, model } = source;
	const said = shown(fault.message, source.secret);
	if (status === 401) return wrongKey(status, credential, said);
	if (status === 402 || tellsOf('noBalance', fault)) return noBalance(fault, credential, said);
	if (status === 404) return unknownModel(status, model, credential, said);
	if (status === 413 || tellsOf('tooLong', fault))
		return new ModelAnswerError('too_long', 'The conversation is too long for the model');
	const inFull = status === undefined ? said : `HTTP ${status}: ${said}`;
	if (tellsOf('contentRefused', fault))
		return new ModelAnswerError(
			'refused',
			"The model server's content filter stopped the question",
			{},
			inFull,
		);
	if (status === undefined) return new ModelUnavailableError(`No answer came from the model server: ${said}`);
	if (PASSING.has(status) || status >= 500)
		return new ModelUnavailableError(
			`The model server answered with HTTP ${status}: ${said}`,
			fault.retryAfterMs,
		);
	const setting =
		status === 403 || tellsOf('wrongKey', fault)
			? wrongKey(status, credential, said)
			: tellsOf('unknownModel', fault)
				? unknownModel(status, model, credential, said)
				: new ModelConfigurationError(
						`The model server refused the request (HTTP ${status}): ${said}`,
						'Check the model and the model options of the node, and that the model can be used for chat completions',
					);
	return doubtful(
		setting,
		new ModelAnswerError('not_accepted', 'The model server refused the question', {}, inFull),
	);
}

/** A setting, unless a harmless question is answered. */
export function doubtful(
	{ message, advice }: ModelConfigurationError,
	ofThisQuestion: DoubtfulRefusalError['ofThisQuestion'],
): DoubtfulRefusalError {
	return new DoubtfulRefusalError(message, advice, ofThisQuestion);
}

function wrongKey(status: number, credential: string, said: string): ModelConfigurationError {
	return new ModelConfigurationError(
		`The model server refused the key (HTTP ${status}${status === 403 ? `: ${said}` : ''})`,
		`Open ${credential}, check the API key and the address of the server, and test it`,
	);
}

/** A long question may cost more than is left, a short one less; OpenAI's 429 for a used-up balance holds for all. */
function noBalance({ status }: HttpFault, credential: string, said: string): ModelConfigurationError {
	const setting = new ModelConfigurationError(
		`The account of the model server has no balance left (HTTP ${status ?? 200})`,
		`Top up the account that ${credential} belongs to, or choose another one`,
	);
	return status === 402 ? doubtful(setting, new ModelUnavailableError(said)) : setting;
}

function unknownModel(
	status: number,
	model: string,
	credential: string,
	said: string,
): ModelConfigurationError {
	return new ModelConfigurationError(
		`The model server does not know the model "${model}" (HTTP ${status}: ${said})`,
		`Choose a model that the server offers, or correct the address in ${credential}`,
	);
}

function shown(message: string, secret = ''): string {
	const safe = secret.length < SECRET_CHARACTERS ? message : message.replaceAll(secret, '…');
	return safe.length > SHOWN_CHARACTERS ? `${safe.slice(0, SHOWN_CHARACTERS)}…` : safe;
}
