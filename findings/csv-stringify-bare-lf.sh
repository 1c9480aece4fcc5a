#!/usr/bin/env bash
# csv-stringify: with the row ending of Windows a text of several lines is written without quotes.
#
# Expected: a field that holds a line break is quoted whatever ends the rows, as RFC 4180 asks ("fields containing line
#           breaks (CRLF), double quotes, and commas should be enclosed in double-quotes") and as the package does with its
#           usual row ending.
# Happens:  with record_delimiter "windows" (CRLF, the one of the RFC and of Excel) only the whole row ending, the separator
#           and the quote make a field quoted. A bare LF, which every chat message has, goes out as it is: csv-parse, of
#           the same project, then reads more rows than were written, or refuses rows of unequal length.
# Bites:    an export of messages for Excel: every text of more than one line breaks its row.
# Source:   RFC 4180, section 2, rule 6; documentation of csv-stringify, options record_delimiter and quoted_match; read
#           2026-11-30. The way out is quoted_match: /[\r\n]/.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with csv-stringify 6.9.0 and csv-parse 7.0.1. No network but npm.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts csv-stringify@6.9.0 csv-parse@7.0.1 >/dev/null 2>&1 || { echo 'npm could not install csv-stringify 6.9.0 and csv-parse 7.0.1' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

const rows = [['1', 'Hola Ana\n¿Seguimos con tu cita?'], ['2', 'Gracias']];
const readBack = (csv) => parse(csv, { relax_column_count: true }).length;

const seen = {};
for (const [name, options] of Object.entries({
	'usual row ending': {},
	'row ending of Windows': { record_delimiter: 'windows' },
	'row ending of Windows, quoted_match': { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
})) {
	const csv = stringify(rows, options);
	seen[name] = { quoted: csv.includes('"Hola'), rowsReadBack: readBack(csv) };
}
console.log('Two rows, one text with a line break in it:');
console.log(seen);
assert.deepEqual(seen, {
	'usual row ending': { quoted: true, rowsReadBack: 2 },
	'row ending of Windows': { quoted: false, rowsReadBack: 3 },
	'row ending of Windows, quoted_match': { quoted: true, rowsReadBack: 2 },
});
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
