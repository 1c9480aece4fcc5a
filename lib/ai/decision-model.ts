/** What is asked of a model: a frame, the data, and the JSON schema of the answer. */
export interface ModelRequest {
	system: string;
	user: string;
	/** Earlier answers that could not be used, each with what was wrong; at most one pair. */
	repair?: { answer: string; complaint: string };
	schema: Record<string, unknown>;
}

export interface ModelAnswer {
	text: string;
	inputTokens?: number;
	outputTokens?: number;
}

/** Any source of decisions: an OpenAI-compatible server, or a chat model connected in n8n. */
export interface DecisionModel {
	/** The model's name as it goes into the log. */
	name: string;
	/**
	 * @throws ModelUnavailableError when asking again later can help (time-out, rate limit, server down).
	 * @throws ModelConfigurationError when a person has to act (wrong key, unknown model).
	 */
	answer(request: ModelRequest): Promise<ModelAnswer>;
}

/** The model could not be reached or is overloaded; the follow-up waits and is decided later. */
export class ModelUnavailableError extends Error {
	override readonly name = 'ModelUnavailableError';
}

/** The model cannot be used as it is set up; nothing is decided and nothing is lost. */
export class ModelConfigurationError extends Error {
	override readonly name = 'ModelConfigurationError';

	constructor(
		message: string,
		/** What a person should do. */
		readonly advice: string,
	) {
		super(message);
	}
}

/** The model answered, and the answer is of no use (refusal, cut off, nothing in it). */
export class ModelAnswerError extends Error {
	override readonly name = 'ModelAnswerError';
}
