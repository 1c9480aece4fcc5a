/** What a request to a model server is about, as far as it matters for the answer. */
export interface Asked {
	/** It is about the one conversation that the server has something against. */
	isTheOne: boolean;
	format: 'json_schema' | 'json_object' | 'text';
	hasSystemMessage: boolean;
}

/** One way in which a model server is known to answer otherwise than hoped. */
export interface Behaviour {
	/** Whose servers do so. */
	server: string;
	/** The status of the answer; `reset` and `hang` are answers that never come. */
	status: number | 'reset' | 'hang';
	headers?: Record<string, string>;
	/** The body: JSON, a text as it is, or made around the right answer. */
	body?: unknown;
	around?: (answer: string) => unknown;
	/** Which requests are answered so; the others get what they asked for. */
	to: (asked: Asked) => boolean;
	/** What the one conversation gets besides, where the server has something against it too. */
	ofTheOne?: { status: number; body: unknown };
	/** What becomes of the one conversation: the code of its decision, or `stops` when the run ends with an error. */
	outcome: string;
	/** With `stops`: what the error says. */
	error?: string;
}

export const theOne = ({ isTheOne }: Asked): boolean => isTheOne;
export const all = (): boolean => true;

/** An error in OpenAI's form. */
export const openAiError = (
	message: string,
	code: string | number | null = null,
	type = 'invalid_request_error',
) => ({
	error: { message, type, param: null, code },
});

/** A completion whose first choice is this. */
export const choice = (one: object) => ({
	...{ id: 'chatcmpl-1', object: 'chat.completion', model: 'stand-in' },
	choices: [{ index: 0, finish_reason: 'stop', ...one }],
	usage: { prompt_tokens: 500, completion_tokens: 50, total_tokens: 550 },
});

/** The same with a message that has these fields. */
export const message = (fields: object) => choice({ message: { role: 'assistant', ...fields } });

/** The body of an answer on one line, the right answer in it as {…}. */
export function shownBody({ body, around }: Behaviour): string {
	const shown: unknown = around ? around('{}') : body;
	const text = typeof shown === 'string' ? shown : (JSON.stringify(shown) ?? '');
	return around ? text.replaceAll('{}', '{…}') : text;
}
