import { eventStream, pieces, type Question, type Reply, type Vendor } from './vendor.ts';

// https://docs.mistral.ai/api/endpoint/chat, read on 2026-11-30.
const MODEL = 'mistral-small-latest';
const usage = { prompt_tokens: 926, completion_tokens: 98, total_tokens: 1024 };

function completion(content: string, finish_reason: string, { body }: Question): Reply {
	const about = { id: 'cmpl-e5cc70bb28c444948073e77776eb30ef', created: 1_796_040_000, model: MODEL };
	if (body.stream !== true) {
		const message = { role: 'assistant', tool_calls: null, content };
		const choices = [{ index: 0, finish_reason, message }];
		return { status: 200, body: { ...about, object: 'chat.completion', usage, choices } };
	}
	const chunk = (delta: object, ended: string | null = null) => ({
		...{ ...about, object: 'chat.completion.chunk' },
		choices: [{ index: 0, delta, finish_reason: ended }],
		...(ended ? { usage } : {}),
	});
	const written = pieces(content).map((one) => chunk({ content: one }));
	const first = chunk({ role: 'assistant', content: '' });
	return eventStream([first, ...written, chunk({ content: '' }, finish_reason), '[DONE]']);
}

const fault = (status: number, message: string, type: string, code: string): Reply => ({
	status,
	body: { object: 'error', message, type, param: null, code, raw_status_code: status },
});

/** n8n's credential has no address: the server is reached as api.mistral.ai, by a proxy. */
export const mistral: Vendor = {
	...{ id: 'chatModelMistral', name: 'Mistral Cloud', host: 'api.mistral.ai' },
	node: {
		...{ type: '@n8n/n8n-nodes-langchain.lmChatMistralCloud', typeVersion: 1 },
		parameters: { model: MODEL, options: { maxRetries: 0 } },
	},
	credential: () => ({ type: 'mistralCloudApi', data: { apiKey: 'mistral-key-of-the-test' } }),
	asked: ({ messages }) => (messages as { content: string }[]).map(({ content }) => content).join('\n'),
	says: (text, question, ended = 'whole') =>
		completion(text, ended === 'whole' ? 'stop' : text === '' ? 'model_length' : 'length', question),
	instead: {
		refused: (question) => completion('Lo siento, no puedo ayudar con eso.', 'stop', question),
		stopped: (question) => completion('', 'error', question),
		busy: () => fault(429, 'Requests rate limit exceeded', 'rate_limited', '1300'),
		broken: () => fault(500, 'Service unavailable.', 'internal_server_error', '3000'),
	},
	refuses: {
		key: { status: 401, body: { detail: 'Unauthorized' } },
		model: fault(400, `Invalid model: ${MODEL}`, 'invalid_model', '1500'),
	},
	outcomes: { refused: 'ai_answer_unusable', stopped: 'ai_retry' },
};
