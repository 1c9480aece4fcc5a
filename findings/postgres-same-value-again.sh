#!/usr/bin/env bash
# Postgres: one phone number that stands 300 times in an IN list is planned for as 300 rows, and the whole table is read.
#
# Expected: `phone in (A, A, A, …)` is planned as `phone in (A)` is: the values are constants, and a primary key finds one row.
# Happens:  each mention counts as a row. From some length on the join with the customers is no longer by their index: every
#           customer is read for the one that is wanted.
# Bites:    whoever fills lists up to a fixed length so that statements have few texts (Hibernate calls it parameter padding),
#           and whoever asks for the senders of a batch of webhooks without looking whether they are the same: of three statuses
#           of a message two are.
# Source:   PostgreSQL documentation, "Row Estimation Examples" and "IN"; read 2026-12-01. Neither speaks of values that repeat.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-12-01 with @electric-sql/pglite 0.5.17 (PostgreSQL 18.7, compiled to
#           WebAssembly). No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @electric-sql/pglite@0.5.17 >/dev/null 2>&1 || { echo 'npm could not install @electric-sql/pglite 0.5.17' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';

const db = new PGlite();
await db.exec(`
	create table customers (id int primary key, name text);
	insert into customers select n, 'Customer ' || n from generate_series(1, 20000) n;
	create table phones (phone text primary key, customer int);
	insert into phones select '57300' || lpad(n::text, 7, '0'), n from generate_series(1, 20000) n;
	analyze;
`);
const seen = {};
for (const times of [1, 300]) {
	const list = Array.from({ length: times }, () => "'573000000042'").join(', ');
	const query = `select name from phones join customers on customers.id = phones.customer where phone in (${list})`;
	const { rows } = await db.query(`explain (format json) ${query}`);
	const { Plan: plan } = rows[0]['QUERY PLAN'][0];
	const scan = (node) => (node['Relation Name'] === 'customers' ? node['Node Type'] : node.Plans?.map(scan).find(Boolean));
	seen[times] = { planned: plan['Plan Rows'], found: (await db.query(query)).rows.length, customers: scan(plan) };
}
const [{ version }] = (await db.query('select version()')).rows;
console.log(version.split(' on ')[0]);
console.log(seen);
assert.deepEqual(seen, {
	1: { planned: 1, found: 1, customers: 'Index Scan' },
	300: { planned: 300, found: 1, customers: 'Seq Scan' },
});
JS
node --no-warnings try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
