#!/usr/bin/env bash
# @kapso/whatsapp-cloud-api: a customer who quotes a message of their own is taken for the business.
#
# Expected: normalizeWebhook() marks what comes from the customer as inbound.
# Happens:  the author of the quoted message (context.from) is counted among the numbers of the business. Who quotes
#           themselves is both, and the message is marked "outbound".
# Bites:    whoever cancels follow-ups on inbound messages: the impatient customer who quotes their first question
#           ("did anybody see this?") is not seen to have written, and is reminded that they did not answer.
# Source:   Meta, Cloud API webhooks, read 2026-10-02: context.from is the number of whoever wrote the quoted message.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with @kapso/whatsapp-cloud-api 0.3.0. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @kapso/whatsapp-cloud-api@0.3.0 >/dev/null 2>&1 || { echo 'npm could not install @kapso/whatsapp-cloud-api 0.3.0' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { normalizeWebhook } from '@kapso/whatsapp-cloud-api/server';

const CUSTOMER = '5215555550101';
const BUSINESS = '15550100';

function directionOf(context) {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: BUSINESS, phone_number_id: '100000000000001' },
		contacts: [{ wa_id: CUSTOMER, user_id: 'MX.101', profile: { name: 'Ana' } }],
		messages: [
			{
				...{ from: CUSTOMER, from_user_id: 'MX.101', id: 'wamid.2', timestamp: '1796040000' },
				...{ type: 'text', text: { body: '¿Alguien lo vio?' }, context },
			},
		],
	};
	const body = { object: 'whatsapp_business_account', entry: [{ id: '2', changes: [{ field: 'messages', value }] }] };
	return normalizeWebhook(body).messages[0].kapso.direction;
}

const seen = {
	'quotes nothing': directionOf(undefined),
	'quotes the business': directionOf({ from: BUSINESS, id: 'wamid.1' }),
	'quotes herself': directionOf({ from: CUSTOMER, id: 'wamid.1' }),
};
console.log('@kapso/whatsapp-cloud-api 0.3.0, direction of a message from a customer who');
console.log(seen);
assert.deepEqual(seen, {
	'quotes nothing': 'inbound',
	'quotes the business': 'inbound',
	'quotes herself': 'outbound',
});
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
