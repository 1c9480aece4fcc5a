#!/usr/bin/env bash
# Kysely: with ParseJSONResultsPlugin a customer's message that looks like JSON is no text any more.
#
# Expected: JSON columns come out as objects. Text columns stay text.
# Happens:  the plugin does not know the columns; it parses every string that starts and ends like an object or a list
#           and happens to be JSON. "[1]" becomes a list, '{"total": 80.000}' an object with the number 80.
# Bites:    chats stored in SQLite, where the plugin is what makes json_object() and jsonArrayFrom() usable: the first
#           customer who answers "[1]" to a menu makes body.trim() fail, and prices lose their thousands.
# Source:   Kysely's documentation of the plugin: parses JSON strings in results into objects; read 2026-11-30.
# Needs:    bash, npm, Node 22.16 or newer (node:sqlite). Seen 2026-11-30 with kysely 0.29.9. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22.16 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts kysely@0.29.9 >/dev/null 2>&1 || { echo 'npm could not install kysely 0.29.9' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, ParseJSONResultsPlugin, SqliteDialect } from 'kysely';

// What Kysely's SQLite dialect asks of a driver, given by node:sqlite.
const sqlite = new DatabaseSync(':memory:');
const database = {
	prepare(text) {
		const statement = sqlite.prepare(text);
		const reader = /^select/i.test(text);
		return { reader, all: (values) => statement.all(...values), run: (values) => statement.run(...values) };
	},
	close: () => sqlite.close(),
};
const db = new Kysely({ dialect: new SqliteDialect({ database }), plugins: [new ParseJSONResultsPlugin()] });
await db.schema.createTable('messages').addColumn('body', 'text').execute();

const written = ['hola', '1', '[1]', '[urgente]', '{"total": 80.000}'];
for (const body of written) await db.insertInto('messages').values({ body }).execute();
const read = (await db.selectFrom('messages').select('body').execute()).map(({ body }) => body);

console.log('kysely 0.29.9 with ParseJSONResultsPlugin');
console.log('written:', written);
console.log('read:', read);
assert.deepEqual(read, ['hola', '1', [1], '[urgente]', { total: 80 }]);
JS
# The plugin prints the parse errors of texts that only look like JSON; they are no part of the finding.
node --no-warnings try.js 2>err.log || { sed "s#file://##g; s#$PWD/##g" err.log >&2; exit 1; }
