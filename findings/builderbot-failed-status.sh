#!/usr/bin/env bash
# BuilderBot, Meta provider: a message that failed is answered with HTTP 400, so Meta delivers it again and again.
#
# Expected: a webhook answers 200 to what it has understood, good news or bad.
# Happens:  a delivery with a status "failed" anywhere in it is answered 400 before its messages are looked at. A
#           customer's message in the same delivery is not handed on, this time or any other time.
# Bites:    whoever writes to many people: one number without WhatsApp and Meta repeats the delivery for up to 7 days,
#           with the same alert each time, and counts the endpoint as failing.
# Source:   Meta, Cloud API webhooks, read 2026-10-02: what is not answered 200 is repeated for up to 7 days; a
#           delivery can hold messages and statuses of several customers.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with @builderbot/provider-meta 1.2.2 and @builderbot/bot
#           1.3.13. No network but npm and loopback.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps @builderbot/provider-meta@1.2.2 @builderbot/bot@1.3.13 >/dev/null 2>&1 || { echo 'npm could not install @builderbot/provider-meta 1.2.2' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { MetaProvider } from '@builderbot/provider-meta';

async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address();
	server.close();
	await once(server, 'close');
	return port;
}

async function post(url, body) {
	const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
	for (let tries = 0; ; tries++) {
		try {
			return (await fetch(url, request)).status;
		} catch (error) {
			if (tries === 50) throw error;
			await pause(100); // the server is still starting
		}
	}
}

const port = await freePort();
const provider = new MetaProvider({ jwtToken: 'token', numberId: '1', verifyToken: 'token', version: 'v26.0' });
provider.initAll(port, { blacklist: { checkIf: () => false } });

const change = (content) => ({
	field: 'messages',
	value: {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100', phone_number_id: '100000000000001' },
		...content,
	},
});
const status = (state, extra) =>
	change({ statuses: [{ id: 'wamid.1', status: state, timestamp: '1796040000', recipient_id: '5215555550101', ...extra }] });
const message = change({
	contacts: [{ wa_id: '5215555550102', profile: { name: 'Beto' } }],
	messages: [{ from: '5215555550102', id: 'wamid.2', timestamp: '1796040001', type: 'text', text: { body: 'baja' } }],
});
const failed = status('failed', { errors: [{ code: 131026, error_data: { details: 'Message undeliverable.' } }] });

const seen = [];
const deliver = async (...changes) => {
	const body = { object: 'whatsapp_business_account', entry: [{ id: '2', changes }] };
	const answered = await post(`http://127.0.0.1:${port}/webhook`, body);
	await pause(200);
	return answered;
};
await deliver(status('sent')); // waits until the server runs
provider.vendor.on('message', ({ body }) => seen.push(body));

const delivered = await deliver(message, status('delivered'));
const heardThen = [...seen];
seen.length = 0;
const alone = await deliver(failed);
const together = await deliver(message, failed);

console.log('@builderbot/provider-meta 1.2.2');
console.log('a message and a status delivered: answered', delivered, 'handed on', heardThen);
console.log('a status failed: answered', alone);
console.log('a message and a status failed: answered', together, 'handed on', seen);
assert.deepEqual([delivered, heardThen, alone, together, seen], [200, ['baja'], 400, 400, []]);
process.exit(0);
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
