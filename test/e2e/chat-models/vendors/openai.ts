import type { Reply, Vendor } from './vendor.ts';

// https://platform.openai.com/docs/api-reference/responses/object, read on 2026-11-30.
const MODEL = 'gpt-4.1-mini';

interface Ending {
	status: 'completed' | 'incomplete';
	reason?: 'max_output_tokens' | 'content_filter';
}

function response(content: object[], { status, reason }: Ending): Reply {
	const about = { id: 'resp_67ccd2bed1ec8190b14f964abc0542670bb6a6b452d3795b', object: 'response' };
	const output = [
		{ id: 'rs_6876cf02e0bc8192b74af0fb64b715ff', type: 'reasoning', summary: [] },
		...(content.length === 0
			? []
			: [
					{ id: 'msg_67ccd2bf17f0819081ff3bb2cf6508e6', type: 'message', status, role: 'assistant', content },
				]),
	];
	return {
		status: 200,
		body: {
			...{ ...about, created_at: 1_796_040_000, status, background: false, error: null },
			...{ incomplete_details: reason ? { reason } : null, instructions: null, max_output_tokens: null },
			...{ model: MODEL, output, parallel_tool_calls: true, previous_response_id: null },
			...{ reasoning: { effort: null, summary: null }, service_tier: 'default', store: true },
			...{ temperature: 1, text: { format: { type: 'text' } }, tool_choice: 'auto', tools: [], top_p: 1 },
			...{ truncation: 'disabled', user: null, metadata: {} },
			usage: {
				...{ input_tokens: 926, input_tokens_details: { cached_tokens: 0 } },
				...{ output_tokens: 98, output_tokens_details: { reasoning_tokens: 0 }, total_tokens: 1024 },
			},
		},
	};
}

const written = (text: string) => ({ type: 'output_text', text, annotations: [], logprobs: [] });
const fault = (status: number, message: string, type: string, code: string | null): Reply => ({
	status,
	body: { error: { message, type, param: null, code } },
});

export const openAi: Vendor = {
	...{ id: 'chatModelOpenAi', name: 'OpenAI (Responses API)' },
	node: {
		...{ type: '@n8n/n8n-nodes-langchain.lmChatOpenAi', typeVersion: 1.3 },
		parameters: {
			model: { __rl: true, mode: 'id', value: MODEL },
			...{ responsesApiEnabled: true, options: { maxRetries: 0 } },
		},
	},
	credential: (url) => ({
		type: 'openAiApi',
		data: { url: `${url}/v1`, apiKey: 'openai-key-of-the-test', header: false },
	}),
	asked: ({ input }) =>
		(input as { content: string | { text: string }[] }[])
			.flatMap(({ content }) => (typeof content === 'string' ? content : content.map(({ text }) => text)))
			.join('\n'),
	says(text, { path, body }, ended = 'whole') {
		if (!path.endsWith('/v1/responses') || body.stream === true)
			return fault(501, 'n8n asks for a whole response', 'server_error', null);
		const status = ended === 'cut' ? 'incomplete' : 'completed';
		const reason = ended === 'cut' ? ({ reason: 'max_output_tokens' } as const) : {};
		return response(text === '' ? [] : [written(text)], { status, ...reason });
	},
	instead: {
		refused: () =>
			response([{ type: 'refusal', refusal: "I'm sorry, but I can't help with that." }], {
				status: 'completed',
			}),
		stopped: () => response([], { status: 'incomplete', reason: 'content_filter' }),
		busy: () => ({
			...fault(429, 'Rate limit reached for gpt-4.1-mini.', 'requests', 'rate_limit_exceeded'),
			headers: { 'retry-after': '3600' },
		}),
		broken: () => fault(500, 'The server had an error while processing your request.', 'server_error', null),
	},
	refuses: {
		key: fault(
			...([401, 'Incorrect API key provided: openai-k**********test.', 'invalid_request_error'] as const),
			'invalid_api_key',
		),
		model: fault(
			...([404, `The model \`${MODEL}\` does not exist or you do not have access to it.`] as const),
			...(['invalid_request_error', 'model_not_found'] as const),
		),
	},
};
