#!/usr/bin/env bash
# rrule: in a series with a time zone, the Z of EXDATE and UNTIL is passed over, and a day left out in UTC stays in.
#
# Expected: EXDATE takes the occurrence at that instant out of the series, in whichever form the instant is written, and
#           nothing comes after the instant of UNTIL.
# Happens:  EXDATE;TZID=America/Santiago:20261202T090000 takes it out. EXDATE:20261202T120000Z, the same instant, does
#           nothing, without an error; nine o'clock with a Z would. UNTIL with a Z is read by the clock of Santiago too, and
#           one occurrence too many is given.
# Bites:    a daily or weekly reminder read from a calendar: the customer is written to on the very day that was cancelled.
# Source:   RFC 5545, 3.8.5.1: the property takes date-times, and a zone only as a parameter; an excerpt read 2026-12-01. README
#           of rrule, read 2026-12-01: that a Z means local time is said of Date objects, not of this text.
# Needs:    bash, npm, Node 20 or newer with full ICU. Seen 2026-12-01 with rrule 2.8.1. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts rrule@2.8.1 >/dev/null 2>&1 || { echo 'npm could not install rrule 2.8.1' >&2; exit 2; }

cat > try.cjs <<'JS'
const assert = require('node:assert/strict');
const { rrulestr } = require('rrule');

const START = 'DTSTART;TZID=America/Santiago:20261201T090000\nRRULE:FREQ=DAILY;COUNT=3';
const ENDS = 'DTSTART;TZID=America/Santiago:20261201T090000\nRRULE:FREQ=DAILY;UNTIL=20261203T110000Z';
const daysOf = (...lines) => rrulestr([START, ...lines].join('\n')).all().map((date) => date.toISOString().slice(0, 16));

const seen = {
	'nothing left out': daysOf(),
	'left out in its zone': daysOf('EXDATE;TZID=America/Santiago:20261202T090000'),
	'left out in UTC': daysOf('EXDATE:20261202T120000Z'),
	'left out at nine in UTC': daysOf('EXDATE:20261202T090000Z'),
	'until the 3rd, 11:00 in UTC': rrulestr(ENDS).all().map((date) => date.toISOString().slice(0, 16)),
};
console.log('rrule 2.8.1, daily at nine in Santiago (12:00 in UTC), from 1 December');
console.log(seen);
const all = ['2026-12-01T12:00', '2026-12-02T12:00', '2026-12-03T12:00'];
assert.deepEqual(Object.values(seen), [all, [all[0], all[2]], all, [all[0], all[2]], all]);
JS
TZ=UTC node try.cjs 2>&1 | sed "s#file://##g; s#$PWD/##g"
