#!/usr/bin/env bash
# Day.js: "tomorrow at nine" is at ten when the clocks change overnight, and the text still says 09:00.
#
# Expected: dayjs.tz('… 09:00', zone).add(1, 'day') is nine o'clock of the next day there, as in Luxon and Moment.
# Happens:  24 hours are added and the old offset is kept: 09:00-04:00, an hour that does not exist in that zone any
#           more; as an instant it is 10:00 there. hour() says 9, so a check of business hours does not see it.
# Bites:    follow-ups and quiet hours over the two changes of the year in Chile, Spain, Portugal and the US: an hour
#           late in one half of the year, an hour early, inside the quiet hours, in the other.
# Source:   IANA time zones: Chile goes from -04 to -03 in the night to 2026-09-06 and back in that to 2026-04-05, Spain
#           from +01 to +02 in that to 2026-03-29. Luxon 3.7.2 is run beside it.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with dayjs 1.11.23 and luxon 3.7.2. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts dayjs@1.11.23 luxon@3.7.2 >/dev/null 2>&1 || { echo 'npm could not install dayjs 1.11.23' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { DateTime } from 'luxon';

dayjs.extend(utc);
dayjs.extend(timezone);

function nextDay(time, zone) {
	const text = dayjs.tz(time, zone).add(1, 'day').format();
	const shown = { hourCycle: 'h23', hour: '2-digit', minute: '2-digit', timeZone: zone };
	const luxon = DateTime.fromFormat(time, 'yyyy-MM-dd HH:mm', { zone }).plus({ days: 1 });
	return { dayjs: text, there: new Date(text).toLocaleTimeString('en', shown), luxon: luxon.toFormat('HH:mm') };
}
const seen = {
	'Santiago, September': nextDay('2026-09-05 09:00', 'America/Santiago'),
	'Santiago, April': nextDay('2026-04-04 09:00', 'America/Santiago'),
	'Madrid, March': nextDay('2026-03-28 09:00', 'Europe/Madrid'),
};
console.log('dayjs 1.11.23, a day after nine o\'clock');
console.log(seen);
assert.deepEqual(seen, {
	'Santiago, September': { dayjs: '2026-09-06T09:00:00-04:00', there: '10:00', luxon: '09:00' },
	'Santiago, April': { dayjs: '2026-04-05T09:00:00-03:00', there: '08:00', luxon: '09:00' },
	'Madrid, March': { dayjs: '2026-03-29T09:00:00+01:00', there: '10:00', luxon: '09:00' },
});
JS
TZ=UTC node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
