#!/usr/bin/env bash
# n8n's WhatsApp node takes the + from the number, which Meta needs to know the country.
#
# Expected: the number goes to Meta as it was typed, "+52 …", as Meta advises; n8n's hint asks for the country code.
# Happens:  the node deletes "+", "-", "(" and ")" from the recipient before it sends. Spaces stay.
# Bites:    businesses that write abroad: without + Meta may read the digits as a number of the business's own country,
#           and somebody else gets the message. The same for Send and Wait for Response, which uses the same function.
# Source:   Meta, Cloud API, sending messages, read 2026-10-02: if the plus sign is omitted, the country code of the
#           business number is prepended, which can lead to undelivered or misdelivered messages.
# Needs:    bash, npm, Node 22 or newer. Seen 2026-11-30 with n8n-nodes-base 2.41.2 and n8n-workflow 2.41.0. The node's
#           package is unpacked without its hundreds of dependencies. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{}' > package.json
{
	npm pack --silent n8n-nodes-base@2.41.2
	tar xzf n8n-nodes-base-2.41.2.tgz
	npm install --silent --no-audit --no-fund --ignore-scripts n8n-workflow@2.41.0 lodash@4.18.1 form-data@4.0.6 currency-codes@2.1.0
} >/dev/null 2>&1 || { echo 'npm could not fetch n8n-nodes-base 2.41.2' >&2; exit 2; }

cat > try.cjs <<'JS'
const assert = require('node:assert/strict');
const { messageFields } = require('./package/dist/nodes/WhatsApp/MessagesDescription.js');

// What the node itself names for its field "Recipient's Phone Number".
const field = messageFields.find(({ name }) => name === 'recipientPhoneNumber');
const [preSend] = field.routing.send.preSend;

(async () => {
	const sent = {};
	for (const typed of ['+5255555501', '+52 55 5555 0101', '+54 9 11 5555-0101']) {
		const { body } = await preSend.call({ getNodeParameter: () => typed }, {});
		sent[typed] = body.to;
	}
	console.log('n8n-nodes-base 2.41.2, WhatsApp node, typed and sent:');
	console.log(sent);
	assert.deepEqual(sent, {
		'+5255555501': '5255555501',
		'+52 55 5555 0101': '52 55 5555 0101',
		'+54 9 11 5555-0101': '54 9 11 55550101',
	});
})();
JS
node try.cjs 2>&1 | sed "s#$PWD/##g"
