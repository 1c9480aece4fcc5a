#!/usr/bin/env bash
# @warriorteam/messenger-sdk: who sets maxRetries to 0 gets three retries, and the customer four copies.
#
# Expected: `new Messenger({ maxRetries: 0 })`, which passes the SDK's own check, sends once.
# Happens:  0 is replaced by the default of 3, and a POST that was taken but whose answer is lost is posted again.
# Bites:    whoever switched retries off because sending is not idempotent: Meta has no idempotency key for messages,
#           so each repetition is one more message in the customer's chat.
# Source:   Meta, Messenger Send API, read 2026-05-05 (no idempotency key); README of the package: default 3.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with @warriorteam/messenger-sdk 1.5.8. No network but npm and
#           loopback.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @warriorteam/messenger-sdk@1.5.8 >/dev/null 2>&1 || { echo 'npm could not install @warriorteam/messenger-sdk 1.5.8' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Messenger } from '@warriorteam/messenger-sdk';

// Takes every message and loses the answer: the connection ends, as behind a restarting proxy.
const taken = [];
const server = createServer(async (request) => {
	const chunks = [];
	for await (const chunk of request) chunks.push(chunk);
	taken.push(JSON.parse(Buffer.concat(chunks)).message.text);
	request.socket.destroy();
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const baseUrl = `http://127.0.0.1:${server.address().port}`;
const messenger = new Messenger({ accessToken: 'token', baseUrl, maxRetries: 0 });
const message = { recipient: { id: '1000000000000001' }, messaging_type: 'RESPONSE', message: { text: '¿Sigues ahí?' } };
const failure = await messenger.send.message(message).catch(({ name }) => name);
server.close();

console.log('@warriorteam/messenger-sdk 1.5.8 with maxRetries 0, answers lost');
console.log('messages taken:', taken.length, 'error at the end:', failure);
assert.deepEqual(taken, Array(4).fill('¿Sigues ahí?'));
assert.equal(failure, 'MessengerNetworkError');
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
