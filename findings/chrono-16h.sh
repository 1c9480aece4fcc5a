#!/usr/bin/env bash
# chrono-node: "a las 16h" is not four in the afternoon but sixteen hours from now.
#
# Expected: the usual way to write a time of day in Spanish gives that time of day.
# Happens:  the part "16h" is taken for a length of time. At noon it becomes 04:00 of the next day, and the hour is
#           marked as certain. With "a las 16:00" the same words are read rightly.
# Bites:    bots that take appointments and reminders: no error, no missing result, but a message at night.
# Source:   Fundéu, how hours are written (16 h, 16:00 h); customers leave out the space.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with chrono-node 2.10.3. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3 >/dev/null 2>&1 || { echo 'npm could not install chrono-node 2.10.3' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import * as chrono from 'chrono-node';

const noon = new Date('2026-11-30T12:00:00Z');
function read(text) {
	const [{ text: part, start }] = chrono.es.parse(text, noon, { forwardDate: true });
	return { part, time: start.date().toISOString().slice(0, 16), certain: start.isCertain('hour') };
}
const seen = { right: read('a las 16:00'), wrong: read('a las 16h') };
console.log('chrono-node 2.10.3, at noon of Monday 2026-11-30');
console.log(seen);
assert.equal(seen.right.time, '2026-11-30T16:00');
assert.deepEqual(seen.wrong, { part: '16h', time: '2026-12-01T04:00', certain: true });
JS
TZ=UTC node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
