#!/usr/bin/env bash
# What node-llama-cpp's own compiler makes of the schema that is sent: every field that may be a text must be writable.
#
# No part of `npm test`: the package comes with hundreds of megabytes of native code for each platform, which npm would
# bring along with every `npm ci`. Here it is installed without them; the compiler is plain JavaScript.
#
#   node scripts/run.mjs bash test/model-servers/grammar.sh
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --omit=optional node-llama-cpp@3.21.1 >/dev/null

cat > try.mjs <<JS
import assert from 'node:assert/strict';
import { ANSWER_JSON_SCHEMA } from '$root/lib/ai/answer.ts';
import { getGbnfGrammarForGbnfJsonSchema as grammarOf } from './node_modules/node-llama-cpp/dist/utils/gbnfJson/getGbnfGrammarForGbnfJsonSchema.js';

const rules = new Map(grammarOf(ANSWER_JSON_SCHEMA).split('\n').map((line) => line.split(' ::= ')));
for (const field of ['notBefore', 'sendAt', 'message']) {
	const found = [...rules.values()].map((rule) => new RegExp('"' + field + '[^:]*":" \\\\[ \\\\]\\\\? (\\\\S+)').exec(rule)).find(Boolean);
	const written = rules.get(found?.[1]) ?? found?.[1];
	console.log(field.padEnd(10), written);
	assert.equal(written, '( string-rule | null-rule )');
}
JS
node try.mjs
