import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { now, type Context } from '../context.ts';
import type { Fault } from '../faults.ts';
import {
	hold,
	isObject,
	jsonAnswer,
	jsonBody,
	loseAnswer,
	losesAnswer,
	type Env,
	type Request,
} from '../http.ts';
import { world } from '../world.ts';
import { complete, type Completion } from './answer.ts';
import { errorOfStatus, modelError } from './errors.ts';
import { transcribe } from './transcribe.ts';

/** The OpenAI-compatible server under `/v1`. */
export function modelApp(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	app.use('*', async (request, next) => {
		const key = request.req.header('authorization')?.replace(/^Bearer\s+/i, '');
		if (key === world.modelKey) return next();
		return jsonAnswer(
			modelError(
				'Incorrect API key provided. The sandbox accepts its fixed model key only.',
				'invalid_request_error',
				'invalid_api_key',
			),
			401,
		);
	});
	const model = { id: world.model, object: 'model', created: 1_700_000_000, owned_by: 'sandbox' };
	app.get('/models', () => jsonAnswer({ object: 'list', data: [model] }));
	app.get('/models/:id', (request) =>
		request.req.param('id') === world.model ? jsonAnswer(model) : unknownModel(request.req.param('id')),
	);
	app.post('/audio/transcriptions', (request) => transcribe(context, request));
	app.post('/chat/completions', (request) => logged(context, request));
	app.all('/*', (request) =>
		jsonAnswer(
			modelError(
				`Unknown request URL: ${request.req.method} ${request.req.path}.`,
				'invalid_request_error',
				'unknown_url',
			),
			404,
		),
	);
	return app;
}

async function logged(context: Context, request: Request): Promise<Response> {
	const started = performance.now();
	const at = now(context);
	const body = await jsonBody(request);
	const fault = context.faults.take('model');
	const log = (status: number | string, answer: unknown) =>
		context.modelLog.add({
			at,
			ms: Math.round(performance.now() - started),
			status,
			...(fault && { fault: describe(fault) }),
			request: body ?? null,
			answer,
		});
	if (fault?.delayMs) await hold(fault.delayMs);
	if (fault && losesAnswer(fault)) {
		log(fault.hang ? 'hang' : 'reset', null);
		return loseAnswer(request, fault);
	}
	const { status, answer, headers } = reply(context, body, fault);
	log(status, answer);
	return jsonAnswer(answer, status, headers);
}

type Reply = { status: number; answer: unknown; headers?: Record<string, string> };

function reply(context: Context, body: unknown, fault: Fault | undefined): Reply {
	if (fault?.body !== undefined)
		return { status: fault.status ?? 200, answer: fault.body, headers: fault.headers };
	if (fault?.status !== undefined)
		return {
			status: fault.status,
			answer: errorOfStatus(fault.status, fault.message),
			headers: fault.headers,
		};
	const problem = requestProblem(context, body, fault?.mode);
	if (problem || !isObject(body)) return problem ?? refused('The body is no JSON object.', null);
	const completion = complete(body, fault?.mode);
	return {
		status: 200,
		answer: chatCompletion(context, body, completion, fault?.mode),
		headers: fault?.headers,
	};
}

function requestProblem(context: Context, body: unknown, mode: string | undefined): Reply | null {
	if (!isObject(body)) return refused('We could not parse the JSON body of your request.', null);
	if (body['model'] !== world.model)
		return {
			status: 404,
			answer: modelError(
				`The model \`${String(body['model'])}\` does not exist. The sandbox has: ${world.model}.`,
				'invalid_request_error',
				'model_not_found',
			),
		};
	if (!Array.isArray(body['messages']) || body['messages'].length === 0)
		return refused("Missing required parameter: 'messages'.", 'messages');
	if (body['stream'] === true) return refused("The sandbox does not stream; leave 'stream' out.", 'stream');
	const format = body['response_format'];
	if (!isObject(format)) return null;
	if (format['type'] === 'json_schema') {
		if (mode === 'no_json_schema' || !context.settings.modelJsonSchema) {
			return refused(
				"Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
				'response_format',
			);
		}
		const schema = format['json_schema'];
		if (!isObject(schema) || typeof schema['name'] !== 'string' || !isObject(schema['schema'])) {
			return refused(
				"Missing required parameter: 'response_format.json_schema.name' and '.schema'.",
				'response_format',
			);
		}
	}
	// OpenAI refuses JSON mode when no message speaks of JSON.
	if (format['type'] === 'json_object' && !/json/i.test(JSON.stringify(body['messages']))) {
		return refused(
			"'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
			'messages',
		);
	}
	return null;
}

function refused(message: string, param: string | null): Reply {
	return { status: 400, answer: modelError(message, 'invalid_request_error', null, param) };
}

function unknownModel(id: string): Response {
	return jsonAnswer(
		modelError(`The model '${id}' does not exist`, 'invalid_request_error', 'model_not_found', 'model'),
		404,
	);
}

function chatCompletion(
	context: Context,
	body: Record<string, unknown>,
	completion: Completion,
	mode: string | undefined,
): unknown {
	// Tokens are estimated: four characters each.
	const tokens = (text: string) => Math.ceil(text.length / 4);
	const prompt = tokens(JSON.stringify(body['messages']));
	const written = tokens(completion.content ?? completion.refusal ?? '');
	const message = { role: 'assistant', content: completion.content, refusal: completion.refusal };
	return {
		id: `chatcmpl-${randomUUID()}`,
		object: 'chat.completion',
		created: Math.floor(context.clock() / 1000),
		model: world.model,
		system_fingerprint: 'sandbox-stand-in',
		choices:
			mode === 'empty_choices'
				? []
				: [{ index: 0, message, logprobs: null, finish_reason: completion.finish }],
		usage: { prompt_tokens: prompt, completion_tokens: written, total_tokens: prompt + written },
	};
}

function describe(fault: Fault): string {
	if (fault.mode) return fault.mode;
	if (fault.hang) return 'hang';
	if (fault.reset) return 'reset';
	return fault.status ? `status ${fault.status}` : 'delay';
}
