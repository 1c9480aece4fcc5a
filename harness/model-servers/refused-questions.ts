import { openAiError, theOne, type Behaviour } from './behaviour.ts';

type Row = Pick<Behaviour, 'server' | 'status' | 'body' | 'headers'>;

const rows = (outcome: string, list: Row[]): Behaviour[] =>
	list.map((row) => ({ ...row, to: theOne, outcome }));

const HTML = { 'content-type': 'text/html' };

/** A server has something against one question: the words of its customer, or their number. */
export const REFUSED_QUESTIONS: Behaviour[] = [
	...rows('ai_refused', [
		{ server: 'DeepSeek', status: 400, body: openAiError('Content Exists Risk', 'invalid_request_error') },
		{
			server: 'Azure OpenAI',
			status: 400,
			body: openAiError(
				"The response was filtered by Azure OpenAI's content management policy.",
				'content_filter',
			),
		},
		{
			server: 'Alibaba Model Studio (Qwen)',
			status: 400,
			body: openAiError('Input data may contain inappropriate content.', 'data_inspection_failed'),
		},
		{
			server: 'Moonshot (Kimi)',
			status: 400,
			body: openAiError(
				'The request was rejected because it was considered high risk',
				null,
				'content_filter',
			),
		},
		{
			server: 'OpenAI',
			status: 400,
			body: openAiError(
				'Your prompt was flagged as potentially violating our usage policy.',
				'invalid_prompt',
			),
		},
		{
			server: 'OpenRouter',
			status: 403,
			body: {
				error: {
					code: 403,
					message: 'Your chosen model requires moderation and your input was flagged',
					metadata: { reasons: ['violence'], flagged_input: 'Hola, quiero…' },
				},
			},
		},
		{
			server: 'OpenRouter',
			status: 200,
			body: {
				error: {
					code: 400,
					message: 'Provider returned error',
					metadata: { raw: '{"error":{"message":"Content Exists Risk"}}' },
				},
			},
		},
	]),
	...rows('ai_question_refused', [
		{
			server: 'Zhipu (GLM)',
			status: 400,
			body: { error: { code: '1301', message: '系统检测到输入或生成内容可能包含不安全或敏感内容' } },
		},
		{ server: 'any gateway', status: 400, body: { detail: 'Bad Request' } },
		{ server: 'any gateway', status: 400, body: '' },
		{
			server: 'FastAPI (vLLM, SGLang and others)',
			status: 422,
			body: {
				detail: [
					{
						type: 'string_type',
						loc: ['body', 'messages', 1, 'content'],
						msg: 'Input should be a valid string',
						input: 'Hola, quiero…',
					},
				],
			},
		},
		{
			server: 'a web application firewall',
			status: 403,
			headers: HTML,
			body: '<html><h1>403 Forbidden</h1></html>',
		},
		{ server: 'a web application firewall', status: 406, headers: HTML, body: '<html>Not Acceptable</html>' },
		{ server: 'a legal block', status: 451, body: openAiError('Unavailable for legal reasons') },
	]),
	...rows('ai_too_long', [
		{
			server: 'OpenAI',
			status: 400,
			body: openAiError("This model's maximum context length is 8192 tokens.", 'context_length_exceeded'),
		},
		{
			server: 'vLLM',
			status: 400,
			body: {
				object: 'error',
				message: "This model's maximum context length is 4096 tokens. However, you requested 5120 tokens.",
				type: 'BadRequestError',
				code: 400,
			},
		},
		{
			server: 'llama.cpp',
			status: 400,
			body: openAiError(
				'the request exceeds the available context size, try increasing it',
				400,
				'exceed_context_size_error',
			),
		},
		{
			server: 'Text Generation Inference',
			status: 422,
			body: {
				error:
					'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 `inputs` tokens and 100 `max_new_tokens`',
				error_type: 'validation',
			},
		},
		{
			server: 'Anthropic',
			status: 400,
			body: {
				error: {
					type: 'invalid_request_error',
					message: 'prompt is too long: 210000 tokens > 200000 maximum',
				},
			},
		},
		{
			server: 'Google Gemini',
			status: 400,
			body: [
				{
					error: {
						code: 400,
						message:
							'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
						status: 'INVALID_ARGUMENT',
					},
				},
			],
		},
		{
			server: 'Groq',
			status: 413,
			body: openAiError(
				'Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 7000',
				'rate_limit_exceeded',
				'tokens',
			),
		},
		{
			server: 'OpenAI',
			status: 429,
			body: openAiError(
				'Request too large for gpt-x on tokens per min (TPM): Limit 30000, Requested 31000.',
				'rate_limit_exceeded',
				'tokens',
			),
		},
		{
			server: 'nginx',
			status: 413,
			headers: HTML,
			body: '<html><h1>413 Request Entity Too Large</h1></html>',
		},
	]),
];
