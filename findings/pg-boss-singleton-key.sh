#!/usr/bin/env bash
# pg-boss: a singletonKey, which kept a customer's second reminder out until version 9, is ignored since.
#
# Expected: send(queue, data, { singletonKey: customer, startAfter: 3600 }), called twice, plans one job, as it did; the
#           option is still there, with its name and its type.
# Happens:  a queue made by createQueue(name) has the policy "standard", for which the key alone means nothing. The same
#           two calls plan two jobs, both with an ID. With the policy "short" the second call gives null again.
# Bites:    whoever updates, or builds by an older example: every webhook plans one more reminder for the same customer,
#           and all of them are sent.
# Source:   Documentation of pg-boss 9 (unique jobs: singletonKey) and 12 (queue policies; "can be extended with
#           singletonKey" under short, singleton, stately, exclusive); read 2026-11-30.
# Needs:    bash, npm, Node 22.12 or newer. Seen 2026-11-30 with pg-boss 9.0.3 and 12.38.0 on PGlite 0.5.17 (Postgres
#           inside the process). No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22.12 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts pg-boss-9@npm:pg-boss@9.0.3 pg-boss@12.38.0 @electric-sql/pglite@0.5.17 >/dev/null 2>&1 || { echo 'npm could not install pg-boss 12.38.0' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { PgBoss } from 'pg-boss';
import PgBoss9 from 'pg-boss-9';

/** The database that pg-boss lets its user bring along; `rowsOf` says which rows of several statements it wants. */
async function database(rowsOf) {
	const pg = await PGlite.create({ extensions: { pgcrypto } });
	const plain = (value) => (value instanceof Date ? value.toISOString() : value);
	return {
		async executeSql(text, values = []) {
			const results = values.length > 0 ? [await pg.query(text, values.map(plain))] : await pg.exec(text);
			const rows = rowsOf(results.map((result) => result.rows));
			return { rows, rowCount: results.at(-1)?.affectedRows || rows.length };
		},
	};
}

const reminder = { singletonKey: 'MX.101', startAfter: 3600 };
async function planned(boss, queue) {
	const ids = [await boss.send(queue, { text: 'first' }, reminder), await boss.send(queue, { text: 'second' }, reminder)];
	return ids.filter((id) => id !== null).length;
}

const old = new PgBoss9({ db: await database((rows) => rows.at(-1) ?? []), noScheduling: true, noSupervisor: true });
await old.start();
const boss = new PgBoss({ db: await database((rows) => rows.flat()), schedule: false, supervise: false });
await boss.start();
await boss.createQueue('reminders');
await boss.createQueue('short', { policy: 'short' });

const seen = {
	'pg-boss 9.0.3': await planned(old, 'reminders'),
	'pg-boss 12.38.0': await planned(boss, 'reminders'),
	'pg-boss 12.38.0, policy short': await planned(boss, 'short'),
};
console.log('Jobs planned by two calls with the same singletonKey:');
console.log(seen);
assert.deepEqual(seen, { 'pg-boss 9.0.3': 1, 'pg-boss 12.38.0': 2, 'pg-boss 12.38.0, policy short': 1 });
process.exit(0);
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
