#!/usr/bin/env bash
# rrule: a day left out in UTC is not left out when the series has a time zone.
#
# Expected: EXDATE takes the occurrence at that instant out of the series, in whichever form the instant is written.
# Happens:  EXDATE;TZID=America/Santiago:20261202T090000 takes it out; EXDATE:20261202T120000Z, the same instant, does
#           nothing, without an error. UNTIL in UTC is understood in the same series.
# Bites:    a weekly or daily reminder read from a calendar: the customer is written to on the very day that was cancelled.
# Source:   RFC 5545, 3.8.5.1 (EXDATE) and 3.3.5 (a date with time is local, in UTC or with a zone); read 2026-12-01.
# Needs:    bash, npm, Node 20 or newer with full ICU. Seen 2026-12-01 with rrule 2.8.1. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts rrule@2.8.1 >/dev/null 2>&1 || { echo 'npm could not install rrule 2.8.1' >&2; exit 2; }

cat > try.cjs <<'JS'
const assert = require('node:assert/strict');
const { rrulestr } = require('rrule');

const START = 'DTSTART;TZID=America/Santiago:20261201T090000\nRRULE:FREQ=DAILY;COUNT=3';
const daysOf = (...lines) => rrulestr([START, ...lines].join('\n')).all().map((date) => date.toISOString().slice(0, 16));

const seen = {
	'nothing left out': daysOf(),
	'left out in its zone': daysOf('EXDATE;TZID=America/Santiago:20261202T090000'),
	'left out in UTC': daysOf('EXDATE:20261202T120000Z'),
};
console.log('rrule 2.8.1, daily at nine in Santiago (12:00 in UTC), from 1 December');
console.log(seen);
const all = ['2026-12-01T12:00', '2026-12-02T12:00', '2026-12-03T12:00'];
assert.deepEqual(Object.values(seen), [all, [all[0], all[2]], all]);
JS
TZ=UTC node try.cjs 2>&1 | sed "s#file://##g; s#$PWD/##g"
