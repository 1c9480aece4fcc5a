#!/usr/bin/env bash
# node-schedule: a daily job with a time zone does not run in the night without midnight, and runs twice in the longer one.
#
# Expected: a rule for an hour and a minute runs once a day, on the two nights in which the clocks change too.
# Happens:  in Chile the clocks change at midnight. The rule for 00:00 gives nothing for the day in September that begins
#           at 01:00, and the rule for 23:30 gives that minute twice in April. The cron text "30 23 * * *" of the same
#           library gives it once.
# Bites:    a daily follow-up at the end of the day: once a year the customer gets it twice within an hour. And a clean-up at
#           midnight is left out once a year.
# Source:   README of node-schedule, "Recurrence Rule Scheduling": "tz" is the time zone, of nights in which the clocks change
#           nothing is said. README of croner on what Vixie cron does: a time that occurs twice runs once, one that does
#           not exist runs right after the gap. Both read 2026-12-01.
# Needs:    bash, npm, Node 20 or newer with full ICU. Seen 2026-12-01 with node-schedule 2.1.1. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts node-schedule@2.1.1 cron-parser@4.9.0 >/dev/null 2>&1 || { echo 'npm could not install node-schedule 2.1.1' >&2; exit 2; }

cat > try.cjs <<'JS'
const assert = require('node:assert/strict');
const { mock } = require('node:test');

/** The runs of a job while the given hours are lived through, minute by minute. */
function runs(spec, start, hours) {
	mock.timers.enable({ apis: ['setTimeout', 'Date'], now: new Date(start) });
	const { scheduleJob } = require('node-schedule');
	const ran = [];
	const job = scheduleJob(spec, () => ran.push(new Date().toISOString().slice(0, 16)));
	for (let minutes = 0; minutes < hours * 60; minutes++) mock.timers.tick(60_000);
	job.cancel();
	mock.timers.reset();
	return ran;
}

const tz = 'America/Santiago';
const seen = {
	'rule 00:00': runs({ hour: 0, minute: 0, tz }, '2026-09-05T01:00:00Z', 60),
	'rule 23:30': runs({ hour: 23, minute: 30, tz }, '2026-04-04T12:00:00Z', 44),
	'cron 23:30': runs({ rule: '30 23 * * *', tz }, '2026-04-04T12:00:00Z', 44),
};
console.log('node-schedule 2.1.1, daily in Santiago over the nights in which the clocks change, in UTC:');
console.log(seen);
assert.deepEqual(seen['rule 00:00'], ['2026-09-05T04:00', '2026-09-07T03:00']);
assert.deepEqual(seen['rule 23:30'], ['2026-04-05T02:30', '2026-04-05T03:30', '2026-04-06T03:30']);
assert.deepEqual(seen['cron 23:30'], ['2026-04-05T02:30', '2026-04-06T03:30']);
JS
TZ=UTC node try.cjs 2>&1 | sed "s#file://##g; s#$PWD/##g"
