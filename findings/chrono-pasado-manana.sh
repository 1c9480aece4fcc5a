#!/usr/bin/env bash
# chrono-node: the day after tomorrow is tomorrow, in Spanish and in Portuguese.
#
# Expected: "pasado mañana" and "depois de amanhã" are two days from now, or are not read at all.
# Happens:  the word of two parts is not known; its second part is: "mañana", "amanhã". The result is tomorrow, and
#           isCertain('day') says that there is no doubt.
# Bites:    bots that let the customer say when: "llámame pasado mañana" is answered a day early. English is right,
#           so tests in English pass.
# Source:   Diccionario de la lengua española, "pasado mañana": en el día que seguirá inmediatamente al de mañana.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with chrono-node 2.10.3. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3 >/dev/null 2>&1 || { echo 'npm could not install chrono-node 2.10.3' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import * as chrono from 'chrono-node';

const monday = new Date('2026-11-30T12:00:00Z');
function read(language, text) {
	const [{ text: part, start }] = chrono[language].parse(text, monday, { forwardDate: true });
	return { part, day: start.date().toISOString().slice(0, 10), certain: start.isCertain('day') };
}
const seen = {
	en: read('en', 'the day after tomorrow'),
	es: read('es', 'pasado mañana a las 10:00'),
	pt: read('pt', 'depois de amanhã'),
};
console.log('chrono-node 2.10.3, on Monday 2026-11-30');
console.log(seen);
assert.equal(seen.en.day, '2026-12-02');
assert.deepEqual(seen.es, { part: 'mañana a las 10:00', day: '2026-12-01', certain: true });
assert.deepEqual(seen.pt, { part: 'amanhã', day: '2026-12-01', certain: true });
JS
TZ=UTC node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
