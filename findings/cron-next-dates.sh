#!/usr/bin/env bash
# cron: the list of the coming runs goes back in time when the clocks go back, and never gets past that night.
#
# Expected: nextDates(12) of a job every 15 minutes gives twelve times, each 15 minutes after the one before.
# Happens:  where the repeated hour ends, the next time given is 45 minutes before the last, and the list goes round in that
#           hour for ever, however many dates are asked for. The job itself runs as it should, every 15 minutes.
# Bites:    a preview of the coming reminders, or a program that plans ahead from this list: the same reminder is planned
#           over and over, and nothing behind that night is. Only in the days before the clocks go back.
# Source:   README of cron, "nextDates(count)": the upcoming dates at which onTick is called; read 2026-12-01.
# Needs:    bash, npm, Node 20.4 or newer with full ICU. Seen 2026-12-01 with cron 4.4.0. No network but npm.
set -euo pipefail
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 4) ? 0 : 1)' || { echo "needs Node 20.4 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts cron@4.4.0 >/dev/null 2>&1 || { echo 'npm could not install cron 4.4.0' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { CronJob } from 'cron';

const MINUTE = 60_000;
const clock = (time) => new Date(time).toISOString().slice(11, 16);

/** Twelve dates as told before the clocks go back, and the first twelve runs when those three hours are lived through. */
function of(timeZone, start) {
	mock.timers.enable({ apis: ['setTimeout', 'Date'], now: new Date(start) });
	const ran = [];
	const job = CronJob.from({ cronTime: '*/15 * * * *', timeZone, start: true, onTick: () => ran.push(clock(Date.now())) });
	const told = job.nextDates(12).map((date) => clock(date.toMillis()));
	for (let minutes = 0; minutes < 181; minutes++) mock.timers.tick(MINUTE);
	job.stop();
	mock.timers.reset();
	return { told: told.join(' '), ran: ran.slice(0, 12).join(' ') };
}

const seen = {
	'America/Santiago': of('America/Santiago', '2026-04-05T02:20:00Z'),
	'America/New_York': of('America/New_York', '2026-11-01T05:20:00Z'),
	'Europe/Madrid': of('Europe/Madrid', '2026-10-25T00:20:00Z'),
	'America/Bogota': of('America/Bogota', '2026-04-05T02:20:00Z'),
};
console.log('cron 4.4.0, every 15 minutes in the night in which the clocks go back (not in Bogota), in UTC:');
console.log(seen);

const back = (zone) => assert.match(zone.told, /^(\S+) (\S+) (\S+) (\S+) \1 \2 \3 \4 \1 \2 \3 \4$/u);
const on = '02:30 02:45 03:00 03:15 03:30 03:45 04:00 04:15 04:30 04:45 05:00 05:15';
for (const zone of ['America/Santiago', 'America/New_York', 'Europe/Madrid']) back(seen[zone]);
assert.equal(seen['America/Santiago'].ran, on);
assert.deepEqual(seen['America/Bogota'], { told: on, ran: on });
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
