#!/usr/bin/env bash
# node:sqlite: a placeholder without a value is NULL, while a value without a placeholder is an error.
#
# Expected: a statement with two placeholders and one value is refused, as better-sqlite3 and most drivers do, and as
#           node:sqlite does for one value too many.
# Happens:  the missing ones, "?" or ":name", are NULL. The statement runs.
# Bites:    whoever moves from better-sqlite3 to the driver that Node ships: a forgotten value in an UPDATE empties the
#           column (here: the time of an opt-out), and in a WHERE matches nothing, so the change is silently not made.
# Source:   Node documentation, node:sqlite, statement.run(): says nothing of missing values. better-sqlite3
#           documentation, binding parameters; read 2026-11-30.
# Needs:    bash, Node 22.16 or newer; nothing is installed. Seen 2026-11-30 with Node 24.21.0 and SQLite 3.53.4.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22.16 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync(':memory:');
db.exec(`create table customers (id text, name text, opted_out_at text);
	insert into customers values ('MX.101', 'Ana', '2026-11-01'), ('MX.102', 'Beto', '2026-11-02')`);

const update = db.prepare('update customers set name = :name, opted_out_at = :optedOutAt where id = :id');
const outcome = (values) => {
	try {
		return update.run(values).changes;
	} catch (error) {
		return error.message;
	}
};
const seen = {
	'one value too many': outcome({ id: 'MX.101', name: 'Ana', optedOutAt: '2026-11-01', other: 1 }),
	'opt-out forgotten': outcome({ id: 'MX.101', name: 'Ana' }),
	'ID forgotten': outcome({ name: 'Beto', optedOutAt: '2026-11-02' }),
};
const optOut = db.prepare("select opted_out_at from customers where id = 'MX.101'").get().opted_out_at;
console.log(`Node ${process.versions.node}, SQLite ${process.versions.sqlite}, rows changed or error`);
console.log(seen);
console.log('opt-out of MX.101 afterwards:', optOut);
assert.deepEqual(seen, {
	'one value too many': "Unknown named parameter 'other'",
	'opt-out forgotten': 1,
	'ID forgotten': 0,
});
assert.equal(optOut, null);
JS
node --no-warnings try.mjs 2>&1 | sed "s#file://##g; s#$PWD/##g"
