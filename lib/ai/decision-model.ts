import { AdvisedError } from '../messaging/advised-error.ts';

/** What is asked of a model: a frame, the data, and the JSON schema of the answer. */
export interface ModelRequest {
	system: string;
	user: string;
	/** An earlier answer that could not be used (if there was any text), and what was wrong with it. */
	repair?: { answer?: string; complaint: string };
	schema: Record<string, unknown>;
}

export interface Tokens {
	inputTokens?: number;
	outputTokens?: number;
}

export interface ModelAnswer extends Tokens {
	text: string;
}

/** Any source of decisions: an OpenAI-compatible server, or a chat model connected in n8n. */
export interface DecisionModel {
	/** The model's name as it goes into the log. */
	name: string;
	/** Tells apart the settings with which it is asked, where they are known: what is remembered holds for the same ones. */
	settings?: string;
	/**
	 * @param options.once Left alone after one failed request, instead of being asked again at once.
	 * @throws ModelUnavailableError when asking again later can help (time-out, rate limit, server down).
	 * @throws ModelConfigurationError when a person has to act (wrong key, unknown model).
	 * @throws DoubtfulRefusalError when it is that, or something in this one question.
	 * @throws ModelAnswerError when the model answered, and nothing can be done with it.
	 */
	answer(request: ModelRequest, options?: { once?: boolean }): Promise<ModelAnswer>;
}

/** The model could not be reached or is overloaded; the follow-up waits and is decided later. */
export class ModelUnavailableError extends AdvisedError {
	override readonly name = 'ModelUnavailableError';

	constructor(
		message: string,
		/** How long the server asks to be left alone, in ms. */
		readonly retryAfterMs?: number,
	) {
		super(message, 'Nothing to do if it passes; otherwise check the model server and its limits');
	}
}

/** The model cannot be used as it is set up; nothing is decided and nothing is lost. */
export class ModelConfigurationError extends AdvisedError {
	override readonly name = 'ModelConfigurationError';
}

/**
 * The server refused this question, and its words do not tell whether it would refuse every question. Taken for a setting
 * until a harmless question shows otherwise.
 */
export class DoubtfulRefusalError extends ModelConfigurationError {
	constructor(
		message: string,
		advice: string,
		/** What it is when a harmless question is answered. */
		readonly ofThisQuestion: ModelAnswerError | ModelUnavailableError,
	) {
		super(message, advice);
	}
}

/**
 * In which way an answer is of no use. What is refused or too long stays so: asking again only costs. What the server would
 * not accept may have been a whim of it: it is asked again later, a bounded number of times.
 */
export type UselessAnswer = 'refused' | 'too_long' | 'not_accepted' | 'empty' | 'cut_off';

/** The model answered, and the answer is of no use. */
export class ModelAnswerError extends AdvisedError {
	override readonly name = 'ModelAnswerError';

	constructor(
		readonly kind: UselessAnswer,
		message: string,
		/** What the answer cost all the same. */
		readonly spent: Tokens = {},
		/** The words of a server that would not have the question. */
		readonly serverSaid?: string,
	) {
		super(message, 'Try another model if it happens often');
	}
}

/** Whether an error says already what it means for the follow-ups. */
export function isModelError(error: unknown): boolean {
	return (
		error instanceof ModelAnswerError ||
		error instanceof ModelUnavailableError ||
		error instanceof ModelConfigurationError
	);
}
