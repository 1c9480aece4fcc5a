#!/usr/bin/env bash
# cron-parser: "every day at midnight" is an invalid expression when one looks back over a night without midnight.
#
# Expected: prev() gives the run before, as next() gives the run after: in Chile's night without midnight that at 01:00.
# Happens:  next() gives 01:00. prev() throws "Invalid expression, loop limit exceeded" when it comes to that night, for a
#           daily job between 00:00 and 00:59, and comes no further. In New York, where the clocks change at two, it only
#           passes that day over.
# Bites:    a scheduler that looks with prev() for a run it missed: in Chile it fails on one Sunday in September, and blames
#           the expression.
# Source:   README of cron-parser: prev() gives the previous occurrence, dates in daylight saving time are handled; read 2026-12-01.
# Needs:    bash, npm, Node 20 or newer with full ICU. Seen 2026-12-01 with cron-parser 5.10.6. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts cron-parser@5.10.6 >/dev/null 2>&1 || { echo 'npm could not install cron-parser 5.10.6' >&2; exit 2; }

cat > try.cjs <<'JS'
const assert = require('node:assert/strict');
const { CronExpressionParser } = require('cron-parser');

function steps(direction, expression, tz, currentDate) {
	const dates = CronExpressionParser.parse(expression, { tz, currentDate });
	const seen = [];
	try {
		while (seen.length < 3) seen.push(dates[direction]().toISOString().slice(0, 16));
	} catch (error) {
		seen.push(error.message);
	}
	return seen;
}

const seen = {
	'Santiago, next': steps('next', '0 0 * * *', 'America/Santiago', '2026-09-05T12:00:00Z'),
	'Santiago, prev': steps('prev', '0 0 * * *', 'America/Santiago', '2026-09-07T12:00:00Z'),
	'New York at 02:30, prev': steps('prev', '30 2 * * *', 'America/New_York', '2026-03-09T12:00:00Z'),
};
console.log('cron-parser 5.10.6, a daily job over a night without that hour:');
console.log(seen);
assert.deepEqual(seen['Santiago, next'], ['2026-09-06T04:00', '2026-09-07T03:00', '2026-09-08T03:00']);
assert.deepEqual(seen['Santiago, prev'], ['2026-09-07T03:00', 'Invalid expression, loop limit exceeded']);
assert.equal(seen['New York at 02:30, prev'].length, 3);
JS
TZ=UTC node try.cjs 2>&1 | sed "s#file://##g; s#$PWD/##g"
