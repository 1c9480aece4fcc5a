import { pieces, type Reply, type Vendor } from './vendor.ts';

// https://docs.ollama.com/api/chat and /api/errors, read on 2026-11-30.
const MODEL = 'llama3.2';
const about = { model: MODEL, created_at: '2026-11-30T12:00:00.000000Z' };
const spent = {
	...{ total_duration: 5_191_566_416, load_duration: 2_154_458, prompt_eval_count: 926 },
	...{ prompt_eval_duration: 383_809_000, eval_count: 98, eval_duration: 4_799_921_000 },
};

function stream(lines: object[]): Reply {
	const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
	return { status: 200, headers: { 'content-type': 'application/x-ndjson' }, body };
}

const piece = (content: string) => ({ ...about, message: { role: 'assistant', content }, done: false });
const end = (done_reason: string) => ({ ...about, ...piece(''), done_reason, done: true, ...spent });

/** A model on the business's own machine: it knows neither filters nor refusals, its faults come in the midst of a stream. */
export const ollama: Vendor = {
	...{ id: 'chatModelOllama', name: 'Ollama' },
	node: {
		...{ type: '@n8n/n8n-nodes-langchain.lmChatOllama', typeVersion: 1 },
		parameters: { model: MODEL, options: {} },
	},
	credential: (url) => ({ type: 'ollamaApi', data: { baseUrl: url, apiKey: 'ollama-key-of-the-test' } }),
	asked: ({ messages }) => (messages as { content: string }[]).map(({ content }) => content).join('\n'),
	says: (text, { body }, ended = 'whole') =>
		body.stream === false
			? { status: 501, body: { error: 'n8n asks by streaming' } }
			: stream([...pieces(text).map(piece), end(ended === 'cut' ? 'length' : 'stop')]),
	instead: {
		refused: () => stream([piece('Lo siento, no puedo ayudar con eso.'), end('stop')]),
		stopped: () => stream([piece('{"stop":'), { error: 'an error was encountered while running the model' }]),
		busy: () => ({ status: 429, body: { error: 'too many requests' } }),
		broken: () => ({ status: 500, body: { error: 'model runner has unexpectedly stopped' } }),
	},
	refuses: {
		key: { status: 401, body: { error: 'unauthorized' } },
		model: { status: 404, body: { error: `model '${MODEL}' not found` } },
	},
	outcomes: { refused: 'ai_answer_unusable', stopped: 'ai_retry' },
};
