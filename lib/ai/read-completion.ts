import { answerInReasoning, textOfContent } from './answer-text.ts';
import { ModelAnswerError, type ModelAnswer } from './decision-model.ts';
import { requireWhole } from './ending.ts';
import { readFaultBody } from './fault-body.ts';
import type { HttpFault } from './http-fault.ts';
import { fieldsOf, type Fields } from './loose-json.ts';

/** A fault that a server tells in an answer with status 200, as if it had come with its own status. */
export class ServedFault extends Error implements HttpFault {
	readonly status: number;
	readonly code?: string;

	constructor({ status, code, message }: HttpFault & { status: number }) {
		super(message);
		this.status = status;
		if (code !== undefined) this.code = code;
	}
}

/** What comes with status 200 and tells nothing of what is wrong: nearly always a moment's trouble behind a gateway. */
const BAD_GATEWAY = 502;

/**
 * A chat completion as it came.
 * @throws ServedFault when it holds an error or no choice.
 * @returns undefined when it is none at all, e.g. a web page.
 */
export function asCompletion(body: unknown): Fields | undefined {
	if (body === undefined || body === null || body === '') throw noChoice('The answer is empty');
	const read: unknown = typeof body === 'string' ? parsed(body) : body;
	if (read === undefined) return undefined;
	const whole = fieldsOf(Array.isArray(read) ? read[0] : read);
	const choice = firstChoice(whole);
	const hasChoice = Object.keys(choice).length > 0;
	if (isTold(choice['error']) || choice['finish_reason'] === 'error')
		throw served({ error: choice['error'] });
	if (isTold(whole['error']) || (!hasChoice && readFaultBody(whole).message)) throw served(whole);
	if (!hasChoice) throw noChoice('The answer has no choices');
	return whole;
}

function isTold(error: unknown): boolean {
	return typeof error === 'string' ? error !== '' : Object.keys(fieldsOf(error)).length > 0;
}

function served(body: unknown): ServedFault {
	return new ServedFault({ status: BAD_GATEWAY, message: 'The answer is an error', ...readFaultBody(body) });
}

/** Reads the first choice of a completion. Throws ModelAnswerError or ModelUnavailableError when there is no whole answer in it. */
export function readCompletion(completion: Fields): ModelAnswer {
	const usage = fieldsOf(completion['usage']);
	const spent = {
		...tokens('inputTokens', usage['prompt_tokens']),
		...tokens('outputTokens', usage['completion_tokens']),
	};
	const choice = firstChoice(completion);
	const message = fieldsOf(choice['message']);
	if (message['refusal']) throw new ModelAnswerError('refused', 'The model refused to answer', spent);
	requireWhole([choice['finish_reason'], choice['stop_reason']], spent);
	const { content, reasoning_content, reasoning, reasoning_details, thinking } = message;
	const text =
		textOfContent(content ?? choice['text']) ||
		answerInReasoning([reasoning_content, reasoning, reasoning_details, thinking, content]);
	if (!text) throw new ModelAnswerError('empty', 'The model gave no answer at all', spent);
	return { text, ...spent };
}

function firstChoice({ choices }: Fields): Fields {
	return fieldsOf(Array.isArray(choices) ? choices[0] : undefined);
}

function noChoice(message: string): ServedFault {
	return new ServedFault({ status: BAD_GATEWAY, message });
}

/** Some servers send JSON under another content type. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function tokens<Name extends string>(name: Name, count: unknown): Partial<Record<Name, number>> {
	return typeof count === 'number' ? ({ [name]: count } as Record<Name, number>) : {};
}
