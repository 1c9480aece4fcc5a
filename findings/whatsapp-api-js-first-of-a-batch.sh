#!/usr/bin/env bash
# whatsapp-api-js: of a delivery with several messages only the first is handed on.
#
# Expected: every message of a webhook delivery reaches the "message" callback.
# Happens:  post() reads entry[0], changes[0], messages[0] and returns. The others are gone: Meta got its 200.
# Bites:    everybody after a short outage, when Meta delivers what it has kept in batches: here a customer's opt-out
#           ("baja") in the same delivery as another customer's greeting is never seen.
# Source:   Meta, Cloud API webhooks, read 2026-10-02: a delivery can hold up to 1,000 updates and is not sent again
#           after a 200.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with whatsapp-api-js 6.3.0. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts whatsapp-api-js@6.3.0 >/dev/null 2>&1 || { echo 'npm could not install whatsapp-api-js 6.3.0' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { WhatsAppAPI } from 'whatsapp-api-js';

const text = (n, body) => ({
	from: `521555555010${n}`,
	from_user_id: `MX.10${n}`,
	id: `wamid.${n}`,
	timestamp: `179604000${n}`,
	type: 'text',
	text: { body },
});
const value = (...messages) => ({
	messaging_product: 'whatsapp',
	metadata: { display_phone_number: '15550100', phone_number_id: '100000000000001' },
	contacts: messages.map(({ from, from_user_id }) => ({ wa_id: from, user_id: from_user_id, profile: { name: from } })),
	messages,
});
const change = (...messages) => ({ field: 'messages', value: value(...messages) });
const delivery = JSON.stringify({
	object: 'whatsapp_business_account',
	entry: [
		{ id: '200000000000001', changes: [change(text(1, 'hola'), text(2, 'baja')), change(text(3, 'precio?'))] },
		{ id: '200000000000001', changes: [change(text(4, 'gracias'))] },
	],
});

const client = new WhatsAppAPI({ token: 'token', appSecret: 'app-secret', v: 'v26.0' });
const seen = [];
client.on.message = ({ message }) => void seen.push(message.text.body);
const signature = `sha256=${createHmac('sha256', 'app-secret').update(delivery).digest('hex')}`;
await client.post(JSON.parse(delivery), delivery, signature);

console.log('whatsapp-api-js 6.3.0, one signed delivery with 4 messages');
console.log('handed on:', seen);
assert.deepEqual(seen, ['hola']);
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
