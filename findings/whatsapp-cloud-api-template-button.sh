#!/usr/bin/env bash
# whatsapp-cloud-api: a tap on a template's quick-reply button is acknowledged and dropped.
#
# Expected: bot.on('message') hears of everything a customer sends; the README's example says "ALL incoming messages".
# Happens:  messages of type "button" (the quick replies of templates) reach no handler at all; Meta gets its 200.
#           Buttons of free-form messages (type "interactive") do arrive, so tests with those pass.
# Bites:    whoever sends marketing templates: "Stop promotions", the opt-out button that Meta itself puts under
#           them, is such a button. The customer has said stop, and nobody has heard it.
# Source:   Meta, Cloud API webhooks, messages of type "button"; opt-out button of marketing templates; read 2026-11-30.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with whatsapp-cloud-api 0.3.1. No network but npm and loopback.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts whatsapp-cloud-api@0.3.1 express@4.21.2 >/dev/null 2>&1 || { echo 'npm could not install whatsapp-cloud-api 0.3.1' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { createBot } from 'whatsapp-cloud-api';

const bot = createBot('100000000000001', 'token');
const app = express();
await bot.startExpressServer({ app, webhookPath: '/webhook' });
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');

const seen = [];
bot.on('message', ({ type }) => void seen.push(type));

async function deliver(message) {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100', phone_number_id: '100000000000001' },
		contacts: [{ wa_id: '5215555550101', user_id: 'MX.101', profile: { name: 'Ana' } }],
		messages: [{ from: '5215555550101', from_user_id: 'MX.101', id: 'wamid.1', timestamp: '1796040000', ...message }],
	};
	const body = { object: 'whatsapp_business_account', entry: [{ id: '2', changes: [{ field: 'messages', value }] }] };
	const answer = await fetch(`http://127.0.0.1:${server.address().port}/webhook`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	await pause(100); // the package hands messages on later than it answers
	return answer.status;
}

const context = { from: '15550100', id: 'wamid.0' };
const reply = { type: 'button_reply', button_reply: { id: 'stop', title: 'Stop promotions' } };
const statuses = [
	await deliver({ type: 'interactive', context, interactive: reply }),
	await deliver({ type: 'button', context, button: { payload: 'Stop promotions', text: 'Stop promotions' } }),
];
server.closeAllConnections();
server.close();

console.log('whatsapp-cloud-api 0.3.1, a button of a free-form message, then the same button of a template');
console.log('answered:', statuses, 'handed on:', seen);
assert.deepEqual(statuses, [200, 200]);
assert.deepEqual(seen, ['button_reply']);
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
