#!/usr/bin/env bash
# LangChain: whether an answer was cut off is told under another name by each provider, so a check for one misses the rest.
#
# Expected: the classes for models are interchangeable: one field of the message says that the limit of tokens cut it.
# Happens:  response_metadata has finish_reason "length" (OpenAI, chat completions), done_reason "length" (Ollama), or
#           neither but incomplete_details (OpenAI, Responses). No common field beside them.
# Bites:    nodes with a model input, as in n8n, where the user connects any of them: half a message is taken for a whole
#           one, and "your appointment is not" goes out.
# Source:   LangChain documentation: chat models share one interface, response_metadata is the provider's; 2026-11-30.
# Needs:    bash, npm, Node 22 or newer. Seen 2026-11-30 with @langchain/core 1.4.0, @langchain/openai 1.6.0 and
#           @langchain/ollama 1.3.0. No network but npm and loopback.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @langchain/core@1.4.0 @langchain/openai@1.6.0 @langchain/ollama@1.3.0 >/dev/null 2>&1 || { echo 'npm could not install @langchain/openai 1.6.0' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { ChatOllama } from '@langchain/ollama';
import { ChatOpenAI } from '@langchain/openai';

const cut = 'Tu cita no est';
const part = { type: 'output_text', text: cut, annotations: [] };
const message = { type: 'message', id: 'm', role: 'assistant', status: 'incomplete', content: [part] };
const answers = {
	'/v1/chat/completions': {
		...{ id: 'c', object: 'chat.completion', model: 'model' },
		choices: [{ index: 0, finish_reason: 'length', message: { role: 'assistant', content: cut } }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	},
	'/v1/responses': {
		...{ id: 'r', object: 'response', model: 'model', status: 'incomplete', output: [message] },
		incomplete_details: { reason: 'max_output_tokens' },
		usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
	},
	'/api/chat': {
		...{ model: 'model', created_at: '2026-11-30T12:00:00Z', message: { role: 'assistant', content: cut } },
		...{ done: true, done_reason: 'length', eval_count: 1, prompt_eval_count: 1 },
	},
};
const server = createServer((request, response) => {
	request.resume();
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(`${JSON.stringify(answers[request.url])}\n`);
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const url = `http://127.0.0.1:${server.address().port}`;
const openai = { apiKey: 'key', model: 'model', maxRetries: 0, configuration: { baseURL: `${url}/v1` } };
const models = {
	'OpenAI, chat completions': new ChatOpenAI({ ...openai, useResponsesApi: false }),
	'OpenAI, Responses': new ChatOpenAI({ ...openai, useResponsesApi: true }),
	Ollama: new ChatOllama({ model: 'model', baseUrl: url }),
};
const seen = {};
for (const [name, model] of Object.entries(models)) {
	const { text, response_metadata } = await model.invoke('Hola');
	assert.equal(text, cut);
	const { finish_reason, done_reason, incomplete_details } = response_metadata;
	seen[name] = JSON.parse(JSON.stringify({ finish_reason, done_reason, incomplete_details }));
}
server.closeAllConnections();
server.close();

console.log('@langchain/core 1.4.0, the same cut answer; where response_metadata says so:');
console.log(seen);
assert.deepEqual(seen, {
	'OpenAI, chat completions': { finish_reason: 'length' },
	'OpenAI, Responses': { incomplete_details: { reason: 'max_output_tokens' } },
	Ollama: { done_reason: 'length' },
});
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
