#!/usr/bin/env bash
# LangChain's Mistral model: with an abort signal the same call streams, and why the answer ended is lost.
#
# Expected: a signal says how a call may be broken off, and nothing else of it changes: the answer to invoke() has the same
#           metadata with and without.
# Happens:  with a signal, invoke() asks the server for a stream, and finishReason is not in the answer's metadata; the same
#           text cut off by the limit of tokens looks whole.
# Bites:    whoever gives every call a time limit, as n8n does when a run may be stopped: half a message is taken for a whole
#           one.
# Source:   LangChain documentation, "Cancel execution": pass a signal to invoke(); read 2026-11-30.
# Needs:    bash, npm, Node 22 or newer. Seen 2026-11-30 with @langchain/mistralai 1.0.1 (@langchain/core 1.4.0). No network
#           but npm and loopback.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @langchain/core@1.4.0 @langchain/mistralai@1.0.1 >/dev/null 2>&1 || { echo 'npm could not install @langchain/mistralai 1.0.1' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { ChatMistralAI } from '@langchain/mistralai';

const cut = 'Tu cita no est';
const about = { id: 'c', created: 1, model: 'model' };
const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
const whole = { index: 0, finish_reason: 'length', message: { role: 'assistant', content: cut } };
const pieces = [
	{ index: 0, finish_reason: null, delta: { role: 'assistant', content: cut } },
	{ index: 0, finish_reason: 'length', delta: { content: '' } },
];
const streamed = [];
const server = createServer(async (request, response) => {
	const { stream } = await json(request);
	streamed.push(stream);
	response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' });
	if (!stream) return response.end(JSON.stringify({ ...about, object: 'chat.completion', choices: [whole], usage }));
	for (const piece of pieces) {
		const chunk = { ...about, object: 'chat.completion.chunk', choices: [piece], usage };
		response.write(`data: ${JSON.stringify(chunk)}\n\n`);
	}
	response.end('data: [DONE]\n\n');
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const serverURL = `http://127.0.0.1:${server.address().port}`;
const model = new ChatMistralAI({ apiKey: 'key', model: 'model', maxRetries: 0, serverURL });
const seen = {};
for (const [name, options] of Object.entries({ without: {}, with: { signal: new AbortController().signal } })) {
	const { text, response_metadata } = await model.invoke('Hola', options);
	assert.equal(text, cut);
	seen[name] = { streamed: streamed.pop(), finishReason: response_metadata.finishReason ?? null };
}
server.closeAllConnections();
server.close();

console.log('@langchain/mistralai 1.0.1, the same cut answer, without and with a signal:');
console.log(seen);
assert.deepEqual(seen, {
	without: { streamed: false, finishReason: 'length' },
	with: { streamed: true, finishReason: null },
});
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
