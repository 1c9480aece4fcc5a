#!/usr/bin/env bash
# openai (Node): a rate limit that comes as HTTP 200, as OpenRouter sends it, is a completion without choices.
#
# Expected: an answer whose body is {"error": {"code": 429, …}} is an APIError, which is retried like any 429.
# Happens:  create() resolves with that object, once and without a retry; parse() fails on it with a TypeError about
#           `map`. Nothing says "busy".
# Bites:    users of OpenRouter and similar gateways, whose free models are busy every other minute: the answer looks
#           empty, the follow-up is skipped, and waiting a minute would have been enough.
# Source:   OpenRouter, documentation of errors, read 2026-11-30: when the model has begun to work, the status is 200
#           and the error is in the body.
# Needs:    bash, npm, Node 22 or newer. Seen 2026-11-30 with openai 7.59.0 and zod 4.6.7. No network but npm and
#           loopback.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts openai@7.59.0 zod@4.6.7 >/dev/null 2>&1 || { echo 'npm could not install openai 7.59.0' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';

const busy = { error: { code: 429, message: 'Provider returned error' } };
let asked = 0;
const server = createServer((request, response) => {
	request.resume();
	asked++;
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify(busy));
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const client = new OpenAI({ apiKey: 'key', baseURL: `http://127.0.0.1:${server.address().port}/v1`, maxRetries: 2 });
const question = { model: 'model', messages: [{ role: 'user', content: 'Hola' }] };
const answer = await client.chat.completions.create(question);
const response_format = zodResponseFormat(z.object({ send: z.boolean() }), 'decision');
const failure = await client.chat.completions.parse({ ...question, response_format }).catch((error) => error);
server.closeAllConnections();
server.close();

console.log('openai 7.59.0, two retries allowed');
console.log('create() resolved with', JSON.stringify(answer), 'choices:', answer.choices);
console.log('parse() failed with', `${failure.name}: ${failure.message}`);
console.log('requests for both calls:', asked);
assert.deepEqual({ ...answer }, busy);
assert.equal(failure.name, 'TypeError');
assert.equal(asked, 2);
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
