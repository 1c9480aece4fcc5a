#!/usr/bin/env bash
# LangChain's Gemini model: an answer that Google withheld becomes a TypeError, so it looks like a fault of the program.
#
# Expected: Google answers 200 and says that it withheld the answer: a candidate without content and with finishReason
#           SAFETY, or no candidate and promptFeedback.blockReason. The message, or an error, says so.
# Happens:  invoke() throws "Cannot read properties of undefined", once over 'parts', once over 'message'. Neither the reason
#           nor that it was Google who refused is in it.
# Bites:    whoever tells refusals from faults to decide whether to ask again: what will be refused each time is asked for
#           again and again, and paid for.
# Source:   Google, Gemini API, GenerateContentResponse (content may be left out of a candidate; promptFeedback is set when
#           the prompt was blocked); read 2026-11-30.
# Needs:    bash, npm, Node 22 or newer. Seen 2026-11-30 with @langchain/google-genai 2.1.24 (@langchain/core 1.4.0). No
#           network but npm and loopback.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @langchain/core@1.4.0 @langchain/google-genai@2.1.24 >/dev/null 2>&1 || { echo 'npm could not install @langchain/google-genai 2.1.24' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { ChatGoogleGenerativeAI } from '@langchain/google-genai';

const usageMetadata = { promptTokenCount: 1, totalTokenCount: 1 };
const answers = {
	answer: { candidates: [{ index: 0, finishReason: 'SAFETY', safetyRatings: [] }], usageMetadata },
	prompt: { promptFeedback: { blockReason: 'SAFETY', safetyRatings: [] }, usageMetadata },
};
const server = createServer((request, response) => {
	request.resume();
	const name = Object.keys(answers).find((one) => request.url.includes(`/models/${one}:`));
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify(answers[name]));
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const baseUrl = `http://127.0.0.1:${server.address().port}`;
const seen = {};
for (const name of Object.keys(answers)) {
	const model = new ChatGoogleGenerativeAI({ apiKey: 'key', model: name, maxRetries: 0, baseUrl });
	seen[`${name} withheld`] = await model.invoke('Hola').then(
		({ response_metadata }) => response_metadata.finishReason ?? null,
		({ name: kind, message }) => `${kind}: ${message}`,
	);
}
server.closeAllConnections();
server.close();

console.log('@langchain/google-genai 2.1.24, what invoke() gives:');
console.log(seen);
assert.deepEqual(seen, {
	'answer withheld': "TypeError: Cannot read properties of undefined (reading 'parts')",
	'prompt withheld': "TypeError: Cannot read properties of undefined (reading 'message')",
});
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
