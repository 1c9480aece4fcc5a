#!/usr/bin/env bash
# Kysely: deleting by an object of conditions deletes everything when its value is undefined.
#
# Expected: where(eb => eb.and({ wa_id })) does what where('wa_id', '=', wa_id) does: without a value
#           nothing matches, or the driver refuses it.
# Happens:  keys whose value is undefined are left out of the object, and an empty "and" is `1 = 1`. The statement
#           becomes `delete from "customers" where 1 = 1`.
# Bites:    whoever deletes or changes a customer by the phone number of a webhook: since usernames exist, WhatsApp leaves
#           wa_id out of messages of people who hide their number, and the first of them deletes all customers.
# Source:   Meta, business-scoped user IDs, read 2026-10-02: wa_id is absent as a whole key. Kysely's documentation of
#           eb.and(): an object is a shorthand for equality; read 2026-11-30.
# Needs:    bash, npm, Node 22.16 or newer (node:sqlite). Seen 2026-11-30 with kysely 0.29.9. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22.16 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts kysely@0.29.9 >/dev/null 2>&1 || { echo 'npm could not install kysely 0.29.9' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';

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
const db = new Kysely({ dialect: new SqliteDialect({ database }) });
await db.schema.createTable('customers').addColumn('wa_id', 'text').execute();

// The sender of a message from somebody who hides the number: no wa_id.
const sender = { user_id: 'MX.101' };
const ways = {
	'three arguments': db.deleteFrom('customers').where('wa_id', '=', sender.wa_id ?? null),
	object: db.deleteFrom('customers').where((eb) => eb.and({ wa_id: sender.wa_id })),
};
const seen = {};
for (const [name, query] of Object.entries(ways)) {
	await db.deleteFrom('customers').execute();
	await db.insertInto('customers').values([{ wa_id: '5215555550101' }, { wa_id: '5215555550102' }]).execute();
	const { numDeletedRows } = await query.executeTakeFirst();
	seen[name] = { sql: query.compile().sql, deleted: Number(numDeletedRows) };
}
console.log('kysely 0.29.9, of two customers');
console.log(seen);
assert.deepEqual(seen, {
	'three arguments': { sql: 'delete from "customers" where "wa_id" = ?', deleted: 0 },
	object: { sql: 'delete from "customers" where 1 = 1', deleted: 2 },
});
JS
node --no-warnings try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
