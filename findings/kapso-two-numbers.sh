#!/usr/bin/env bash
# @kapso/whatsapp-cloud-api: in a delivery for two numbers of a business all messages belong to the last one.
#
# Expected: after normalizeWebhook() each message can still be given to the number it was sent to.
# Happens:  the result has one phoneNumberId for the whole delivery, that of the last change; messages carry none.
# Bites:    a business with two numbers (sales and support): what was written to sales is answered and counted by
#           support, and the 24-hour window, which belongs to one number, is opened for the wrong one.
# Source:   Meta, Cloud API webhooks, read 2026-10-02: value.metadata.phone_number_id of each change says to whom it
#           was sent; a delivery can hold many changes.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with @kapso/whatsapp-cloud-api 0.3.0. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @kapso/whatsapp-cloud-api@0.3.0 >/dev/null 2>&1 || { echo 'npm could not install @kapso/whatsapp-cloud-api 0.3.0' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { normalizeWebhook } from '@kapso/whatsapp-cloud-api/server';

const SALES = '100000000000001';
const SUPPORT = '100000000000002';

const to = (number, from, body) => ({
	field: 'messages',
	value: {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100', phone_number_id: number },
		contacts: [{ wa_id: from, profile: { name: from } }],
		messages: [{ from, id: `wamid.${from}`, timestamp: '1796040000', type: 'text', text: { body } }],
	},
});
const delivery = normalizeWebhook({
	object: 'whatsapp_business_account',
	entry: [
		{ id: '2', changes: [to(SALES, '5215555550101', 'to sales'), to(SUPPORT, '5215555550102', 'to support')] },
	],
});

const bodies = delivery.messages.map(({ text }) => text.body);
const named = delivery.messages.map((message) => JSON.stringify(message).includes('10000000000000'));
console.log('@kapso/whatsapp-cloud-api 0.3.0, one delivery, a message to', SALES, 'and one to', SUPPORT);
console.log('phoneNumberId of the result:', delivery.phoneNumberId, 'messages:', bodies, 'their number in them:', named);
assert.equal(delivery.phoneNumberId, SUPPORT);
assert.deepEqual(bodies, ['to sales', 'to support']);
assert.deepEqual(named, [false, false]);
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
