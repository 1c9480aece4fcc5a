#!/usr/bin/env bash
# any-date-parser: an appointment at half past ten in the evening is read as half past ten in the morning, in most Spanish.
#
# Expected: a date that Intl writes in a locale is read back as the same time in that locale, with "p. m." as with "p.m.".
# Happens:  Spanish of Mexico and of the United States writes "p.m.", and that is read. Colombia, Argentina, Chile, Peru and
#           Spain write "p. m.", with a space in it: that is passed over, and the time is twelve hours early, without an error.
#           A space from the keyboard and the no-break space of Intl give the same.
# Bites:    a reminder before an appointment that is read from a text: it comes half a day early, and a test in the morning
#           or with Mexican Spanish does not show it.
# Source:   README of any-date-parser, "Locale Support": any locale of the runtime's Intl.DateTimeFormat is supported, the
#           exceptions are listed and this is none of them; read 2026-12-01.
# Needs:    bash, npm, Node 20 or newer with full ICU. Seen 2026-12-01 with any-date-parser 2.2.4. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts any-date-parser@2.2.4 >/dev/null 2>&1 || { echo 'npm could not install any-date-parser 2.2.4' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import parser from 'any-date-parser';

const evening = new Date('2026-12-05T22:30:00Z');
const style = { timeZone: 'UTC', dateStyle: 'long', timeStyle: 'short', hour12: true };
const hourOf = (text, locale) => parser.attempt(text, locale).hour;

console.log('any-date-parser 2.2.4, the hour of half past ten in the evening as Intl writes it:');
const seen = {};
for (const locale of ['es-MX', 'es-US', 'es-CO', 'es-AR', 'es-CL', 'es-PE', 'es-ES', 'pt-BR', 'en-US']) {
	const written = evening.toLocaleString(locale, style);
	const typed = written.replace(/\s/gu, ' ');
	seen[locale] = [hourOf(written, locale), hourOf(typed, locale)];
	console.log(locale, JSON.stringify(typed), 'as written and with plain spaces:', seen[locale]);
}
assert.deepEqual(seen, {
	...{ 'es-MX': [22, 22], 'es-US': [22, 22] },
	...{ 'es-CO': [10, 10], 'es-AR': [10, 10], 'es-CL': [10, 10], 'es-PE': [10, 10], 'es-ES': [10, 10] },
	...{ 'pt-BR': [22, 22], 'en-US': [22, 22] },
});
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
