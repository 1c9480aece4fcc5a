#!/usr/bin/env bash
# node-llama-cpp: a nullable text with a limit, as zod writes it, can only be null.
#
# Expected: the grammar for {"anyOf": [{"type": "string"}, {"type": "null"}]} allows a text and null, or the schema is
#           refused: the package's types know oneOf and lists of types, but not anyOf.
# Happens:  the unknown keyword is skipped, and what is left without a type becomes null. With `oneOf` or
#           ["string", "null"] the same field can hold a text.
# Bites:    local models behind a schema made with zod, whose .max(1000).nullable() writes anyOf: however good the model,
#           the field "message" is null in every answer, which looks like its decision not to write.
# Source:   JSON Schema 2020-12, 10.2.1.2 (anyOf); zod 4.6.7, z.string().max(1000).nullable(), run here.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with node-llama-cpp 3.21.1, without its native part: the
#           function that writes the grammar is pure JavaScript and is what createGrammarForJsonSchema() calls. No
#           network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --omit=optional node-llama-cpp@3.21.1 zod@4.6.7 >/dev/null 2>&1 || { echo 'npm could not install node-llama-cpp 3.21.1' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { z } from 'zod';
import { getGbnfGrammarForGbnfJsonSchema as grammarOf } from './node_modules/node-llama-cpp/dist/utils/gbnfJson/getGbnfGrammarForGbnfJsonSchema.js';

const byZod = z.toJSONSchema(z.object({ message: z.string().max(1000).nullable() }));
const byHand = { type: 'object', properties: { message: { type: ['string', 'null'] } } };
// What may follow the key "message"; a rule of several parts stands on a line of its own.
function valueOf(schema) {
	const [root, ...rules] = grammarOf(schema).split('\n');
	const [, rule] = /"message\\"" ":" \[ \]\? (\S+)/.exec(root);
	return rules.find((line) => line.startsWith(`${rule} ::= (`))?.split(' ::= ')[1] ?? rule;
}
const seen = { 'anyOf, as zod writes it': valueOf(byZod), 'list of types': valueOf(byHand) };
console.log('node-llama-cpp 3.21.1; zod writes', JSON.stringify(byZod.properties.message));
console.log('what the grammar allows there:', seen);
assert.deepEqual(byZod.properties.message, { anyOf: [{ type: 'string', maxLength: 1000 }, { type: 'null' }] });
assert.deepEqual(seen, {
	'anyOf, as zod writes it': 'null-rule',
	'list of types': '( string-rule | null-rule )',
});
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
