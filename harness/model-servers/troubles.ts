import { choice, message, openAiError, theOne, type Behaviour } from './behaviour.ts';

const AT_ONCE = { 'retry-after': '0' };

const rows = (outcome: string, list: Omit<Behaviour, 'to' | 'outcome'>[]): Behaviour[] =>
	list.map((row) => ({ ...row, to: theOne, outcome }));

/** A server is busy or broken while it is asked about one conversation, or its answer about it is of no use. */
export const TROUBLES: Behaviour[] = [
	...rows('ai_retry', [
		{
			server: 'any server',
			status: 429,
			headers: AT_ONCE,
			body: openAiError('Rate limit reached', 'rate_limit_exceeded'),
		},
		{
			server: 'any server',
			status: 429,
			headers: { 'retry-after': '3600' },
			body: openAiError('Come back in an hour'),
		},
		{ server: 'a tokenizer that breaks', status: 500, headers: AT_ONCE, body: 'Internal Server Error' },
		{
			server: 'nginx',
			status: 502,
			headers: { ...AT_ONCE, 'content-type': 'text/html' },
			body: '<html><h1>502 Bad Gateway</h1></html>',
		},
		{
			server: 'Hugging Face',
			status: 503,
			headers: AT_ONCE,
			body: { error: 'Model is currently loading', estimated_time: 20 },
		},
		{
			server: 'Anthropic',
			status: 529,
			headers: AT_ONCE,
			body: { error: { type: 'overloaded_error', message: 'Overloaded' } },
		},
		{ server: 'any network', status: 'reset' },
		{ server: 'any network', status: 'hang' },
		{
			server: 'OpenRouter',
			status: 402,
			body: { error: { code: 402, message: 'This request requires more credits, or fewer max_tokens.' } },
		},
		{ server: 'OpenRouter', status: 200, body: { error: { code: 429, message: 'Provider returned error' } } },
		{
			server: 'OpenRouter',
			status: 200,
			body: { error: { code: 502, message: 'Provider returned error' }, choices: [] },
		},
		{
			server: 'OpenRouter',
			status: 200,
			body: choice({
				finish_reason: 'error',
				error: { code: 502, message: 'Upstream error' },
				message: { role: 'assistant', content: '{"stop":' },
			}),
		},
		{ server: 'any gateway', status: 200, body: { error: 'overloaded' } },
		{ server: 'any gateway', status: 200, body: {} },
		{ server: 'any gateway', status: 200, body: { id: 'x', choices: [] } },
		{ server: 'any gateway', status: 200, body: { id: 'x', choices: null } },
		{ server: 'any gateway', status: 200, body: '' },
		{
			server: 'any gateway',
			status: 200,
			headers: { 'content-type': 'application/json' },
			body: '{"id":"x","choices":[{"mess',
		},
		{
			server: 'a page that asks for patience',
			status: 200,
			headers: { 'content-type': 'text/html' },
			body: '<html>One moment…</html>',
		},
		{
			server: 'DeepSeek',
			status: 200,
			body: choice({ finish_reason: 'insufficient_system_resource', message: { content: '' } }),
		},
		{
			server: 'Zhipu (GLM)',
			status: 200,
			body: choice({ finish_reason: 'network_error', message: { content: '' } }),
		},
	]),
	...rows('ai_refused', [
		{
			server: 'OpenAI',
			status: 200,
			body: message({ content: null, refusal: "I'm sorry, I can't help with that." }),
		},
		{
			server: 'Azure OpenAI',
			status: 200,
			body: choice({ finish_reason: 'content_filter', message: { content: '' } }),
		},
		{
			server: 'Google Gemini',
			status: 200,
			body: choice({ finish_reason: 'content_filter: PROHIBITED_CONTENT', message: { content: null } }),
		},
		{
			server: 'Zhipu (GLM)',
			status: 200,
			body: choice({ finish_reason: 'sensitive', message: { content: '' } }),
		},
	]),
	...rows('ai_answer_cut_off', [
		{
			server: 'any server',
			status: 200,
			body: choice({ finish_reason: 'length', message: { content: '{"stop":{"met":fal' } }),
		},
		{
			server: 'Mistral',
			status: 200,
			body: choice({ finish_reason: 'model_length', message: { content: '' } }),
		},
	]),
	...rows('ai_answer_cut_off', [
		{
			server: 'a server that does not say so',
			status: 200,
			body: message({ content: '{"stop":{"met":false,"reason":""},"followUps":[{"name":"Remin' }),
		},
	]),
	...rows('ai_answer_empty', [{ server: 'any server', status: 200, body: message({ content: '' }) }]),
	...rows('ai_answer_unusable', [
		{ server: 'a small model', status: 200, body: message({ content: 'Sure! I will write to them.' }) },
	]),
];
