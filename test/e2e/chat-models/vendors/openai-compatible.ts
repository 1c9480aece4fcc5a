import type { Reply, Vendor } from './vendor.ts';

// https://platform.openai.com/docs/api-reference/chat/object, read on 2026-11-30.
export const MODEL = 'qwen3-30b';
const HOST = 'models.example.com';

interface Message {
	content: string | null;
	refusal?: string;
}

function completion(message: Message, finish_reason: string): Reply {
	return {
		status: 200,
		body: {
			...{ id: 'chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT', object: 'chat.completion', model: MODEL },
			created: 1_796_040_000,
			choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }],
			usage: { prompt_tokens: 926, completion_tokens: 98, total_tokens: 1024 },
		},
	};
}

const fault = (status: number, message: string, type: string, code: string | null): Reply => ({
	status,
	body: { error: { message, type, param: null, code } },
});

/** Asked by Follow-Up Evaluate itself, at an address that only the proxy can reach. */
export const openAiCompatible: Vendor = {
	...{ id: 'openAiCompatible', name: 'OpenAI-Compatible API', host: HOST },
	credential: () => ({
		type: 'openAiCompatibleApi',
		data: { baseUrl: `https://${HOST}/v1`, apiKey: 'compatible-key-of-the-test' },
	}),
	asked: ({ messages }) => (messages as { content: string }[]).map(({ content }) => content).join('\n'),
	says: (text, _question, ended = 'whole') =>
		completion({ content: text }, ended === 'cut' ? 'length' : 'stop'),
	instead: {
		refused: () => completion({ content: null, refusal: "I'm sorry, but I can't help with that." }, 'stop'),
		stopped: () => completion({ content: '' }, 'content_filter'),
		busy: () => ({
			...fault(429, 'Rate limit reached', 'requests', 'rate_limit_exceeded'),
			headers: { 'retry-after': '3600' },
		}),
		broken: () => fault(500, 'The server had an error while processing your request.', 'server_error', null),
	},
	refuses: {
		key: fault(401, 'Incorrect API key provided', 'invalid_request_error', 'invalid_api_key'),
		model: fault(404, `The model ${MODEL} does not exist`, 'invalid_request_error', 'model_not_found'),
	},
};
