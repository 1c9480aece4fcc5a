import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importLlama, type Grammar } from './llama.ts';

/** A program of its own: llama.cpp behind the OpenAI-compatible form, one question after the other. */

const CONTEXT_TOKENS = 8_192;
const ANSWER_TOKENS = 700;
/** Of two threads each waits for the other at every step: with one the rest of the machine does not hold it up. */
const THREADS = 1;

interface Question {
	messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
	response_format?: { type: string; json_schema?: { schema: unknown } };
	temperature?: number;
}

const [folder = '', modelPath = ''] = process.argv.slice(2);
const { getLlama, LlamaChatSession } = await importLlama(folder);
const llama = await getLlama({ gpu: false, build: 'never', logLevel: 'error' });
const model = await llama.loadModel({ modelPath });
const context = await model.createContext({ contextSize: CONTEXT_TOKENS, threads: THREADS });
const session = new LlamaChatSession({ contextSequence: context.getSequence() });

async function grammarFor({ response_format: format }: Question): Promise<Grammar | undefined> {
	if (format?.type === 'json_schema')
		return await llama.createGrammarForJsonSchema(format.json_schema?.schema);
	return format?.type === 'json_object' ? await llama.getGrammarFor('json') : undefined;
}

const TYPES = { system: 'system', user: 'user', assistant: 'model' } as const;

async function answer(question: Question): Promise<object> {
	const last = question.messages.at(-1)?.content ?? '';
	session.setChatHistory(
		question.messages.slice(0, -1).map(({ role, content }) => ({
			type: TYPES[role],
			...(role === 'assistant' ? { response: [content] } : { text: content }),
		})),
	);
	const before = session.sequence.tokenMeter.getState();
	const grammar = await grammarFor(question);
	const { responseText, stopReason } = await session.promptWithMeta(last, {
		...(grammar ? { grammar } : {}),
		...{ maxTokens: ANSWER_TOKENS, temperature: question.temperature ?? 0 },
	});
	const after = session.sequence.tokenMeter.getState();
	return {
		choices: [
			{
				...{ index: 0, message: { role: 'assistant', content: responseText } },
				finish_reason: stopReason === 'maxTokens' ? 'length' : 'stop',
			},
		],
		usage: {
			prompt_tokens: after.usedInputTokens - before.usedInputTokens,
			completion_tokens: after.usedOutputTokens - before.usedOutputTokens,
		},
	};
}

async function bodyOf(request: IncomingMessage): Promise<Question> {
	let body = '';
	for await (const part of request.setEncoding('utf8')) body += String(part);
	return JSON.parse(body) as Question;
}

let turn: Promise<unknown> = Promise.resolve();
const server = createServer((request, response) => {
	const reply = (status: number, body: object) =>
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	const mine = turn.then(async () => await answer(await bodyOf(request)));
	turn = mine.catch(() => undefined);
	mine.then(
		(body) => reply(200, body),
		(error: Error) => reply(500, { error: { message: error.message } }),
	);
});
server.requestTimeout = 0;
server.listen(0, '127.0.0.1', () =>
	console.log(`Ready at http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`),
);
