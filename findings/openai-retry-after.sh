#!/usr/bin/env bash
# openai (Node): a server that asks for more than a minute's patience is asked again after half a second.
#
# Expected: Retry-After: 90 makes the SDK wait for 90 seconds, or give up; Retry-After: 2 makes it wait for 2.
# Happens:  what is longer than 60 seconds is thrown away and replaced by the first step of the back-off. The longer the
#           server asks one to wait, the sooner it hears from the client again.
# Bites:    those with a small quota: all retries are used up within two seconds, each counts as a request, and the
#           program sees a 429 that waiting would have cured.
# Source:   RFC 9110, 10.2.3 (Retry-After). The SDK's own comment: if the API asks to wait, do what it says.
# Needs:    bash, npm, Node 22 or newer. Seen 2026-11-30 with openai 7.59.0 (7.57.0 does the same). No network but npm
#           and loopback.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts openai@7.59.0 >/dev/null 2>&1 || { echo 'npm could not install openai 7.59.0' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import OpenAI from 'openai';

let retryAfter;
const asked = [];
const server = createServer((request, response) => {
	request.resume();
	asked.push(Date.now());
	response.writeHead(429, { 'content-type': 'application/json', 'retry-after': String(retryAfter) });
	response.end(JSON.stringify({ error: { message: 'Too many requests' } }));
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const baseURL = `http://127.0.0.1:${server.address().port}/v1`;
const client = new OpenAI({ apiKey: 'key', baseURL, maxRetries: 1 });
async function waited(seconds) {
	retryAfter = seconds;
	asked.length = 0;
	await client.chat.completions.create({ model: 'model', messages: [{ role: 'user', content: 'Hola' }] }).catch(() => {});
	assert.equal(asked.length, 2);
	return (asked[1] - asked[0]) / 1000;
}
const two = await waited(2);
const ninety = await waited(90);
server.closeAllConnections();
server.close();

console.log('openai 7.59.0');
console.log('Retry-After: 2, asked again after 2 s or more:', two >= 1.9);
console.log('Retry-After: 90, asked again after less than 2 s:', ninety < 2);
assert.ok(two >= 1.9, `waited for ${two} s`);
assert.ok(ninety < 2, `waited for ${ninety} s`);
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
