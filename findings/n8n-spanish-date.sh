#!/usr/bin/env bash
# n8n: a date as Spanish writes it is read month first, or a day early, or refused, depending on the date.
#
# Expected: a field of type Date & Time (Edit Fields, Filter, If, workflow inputs) refuses what is not a clear date.
# Happens:  what ISO, RFC 2822, HTTP and SQL do not fit is given to JavaScript's own Date. "05/12/2026" (5 December) is
#           the 12th of May; where the server's clock is UTC and the workflow's zone Santiago it is the evening of the
#           11th, as the zone is applied afterwards. "13/12/2026" is refused. "4" (a table for four) is April 2001.
# Bites:    workflows that take an appointment from a form, a sheet or a model: 12 days of each month come out wrong
#           without a word, and tests with a day after the 12th fail loudly, as if n8n knew the format.
# Source:   CLDR, locale es: d/M/y. n8n documentation, data types: date and time; read 2026-11-30.
# Needs:    bash, npm, Node 22 or newer. Seen 2026-11-30 with n8n-workflow 2.41.0. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts n8n-workflow@2.41.0 >/dev/null 2>&1 || { echo 'npm could not install n8n-workflow 2.41.0' >&2; exit 2; }

cat > try.cjs <<'JS'
const assert = require('node:assert/strict');
const { tryToParseDateTime, validateFieldType } = require('n8n-workflow');

const read = (text) => {
	if (!validateFieldType('date', text, 'dateTime').valid) return 'refused';
	return tryToParseDateTime(text, 'America/Santiago').toFormat('yyyy-MM-dd HH:mm');
};
const seen = Object.fromEntries(['2026-12-05', '05/12/2026', '13/12/2026', '4'].map((text) => [text, read(text)]));
const utc = process.env.TZ === 'UTC';
console.log(`n8n-workflow 2.41.0, workflow in America/Santiago, process in ${process.env.TZ}`);
console.log(seen);
assert.deepEqual(seen, {
	'2026-12-05': '2026-12-05 00:00',
	'05/12/2026': utc ? '2026-05-11 20:00' : '2026-05-12 00:00',
	'13/12/2026': 'refused',
	4: utc ? '2001-03-31 20:00' : '2001-04-01 00:00',
});
JS
for zone in America/Santiago UTC; do TZ=$zone node try.cjs 2>&1 | sed "s#$PWD/##g"; done
