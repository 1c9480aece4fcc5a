#!/usr/bin/env bash
# whatsapp-api-js: a message that Meta refuses looks like one that was sent.
#
# Expected: an HTTP 400 with Meta's error object makes sendMessage() fail, as it does in most SDKs.
# Happens:  the promise resolves with the error object, and the "sent" callback is called too, with no ID.
# Bites:    whoever counts or stores what was sent after `await sendMessage(…)`: with the 24-hour window closed
#           (code 131047) nothing reaches the customer, and the program goes on as if it had.
# Source:   Meta's Cloud API error codes, read 2026-11-22: 131047, "Re-engagement message", nothing is delivered.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with whatsapp-api-js 6.3.0. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts whatsapp-api-js@6.3.0 >/dev/null 2>&1 || { echo 'npm could not install whatsapp-api-js 6.3.0' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { WhatsAppAPI } from 'whatsapp-api-js';
import { Text } from 'whatsapp-api-js/messages';

// What Meta answers outside of the window. The library lets its user pass a fetch of one's own.
const refusal = { error: { code: 131047, type: 'OAuthException', message: '(#131047) Re-engagement message' } };
const fetch = async () => new Response(JSON.stringify(refusal), { status: 400 });

const client = new WhatsAppAPI({ token: 'token', secure: false, v: 'v26.0', ponyfill: { fetch } });
const sent = [];
client.on.sent = ({ to, id }) => void sent.push({ to, id });

const answer = await client.sendMessage('100000000000001', { phone: '5215555550101' }, new Text('Hola'));

console.log('whatsapp-api-js 6.3.0, HTTP 400 with code 131047');
console.log('sendMessage() resolved with code', answer.error.code);
console.log('"sent" was called for', sent);
assert.deepEqual(answer, refusal);
assert.deepEqual(sent, [{ to: '5215555550101', id: undefined }]);
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
