#!/usr/bin/env bash
# libphonenumber: the numbers that WhatsApp itself gives for customers in Mexico and Brazil are invalid.
#
# Expected: the sender of a message that has just come in is a valid number, and the same person as in the CRM.
# Happens:  WhatsApp names Mexicans 52 1 … (a digit that Mexico gave up in 2019) and older Brazilian accounts without
#           their ninth digit. All three libraries (Google's for JavaScript, libphonenumber-js, Python's phonenumbers) call
#           both invalid, and isNumberMatch() says that the Brazilian one is another person.
# Bites:    whoever validates or formats senders on their way in: customers of two of WhatsApp's largest markets are
#           dropped, and those that stay do not match the CRM, so an opt-out does not hold.
# Source:   Meta, Cloud API, phone numbers: prefixes of Brazil and Mexico may be rewritten, read 2026-10-02.
#           chatwoot issue 13986 (two contacts for one Brazilian), read 2026-11-30.
# Needs:    bash, npm, Node 20 or newer, Python 3.10 or newer with venv. Seen 2026-11-30 with google-libphonenumber
#           3.2.47, libphonenumber-js 1.13.16 and phonenumbers 9.0.43. No network but npm and PyPI.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "needs Python 3.10 or newer, found $(python3 --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts google-libphonenumber@3.2.47 libphonenumber-js@1.13.16 >/dev/null 2>&1 || { echo 'npm could not install google-libphonenumber 3.2.47' >&2; exit 2; }
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check phonenumbers==9.0.43 >/dev/null 2>&1 || { echo 'pip could not install phonenumbers 9.0.43' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import google from 'google-libphonenumber';
import parsePhoneNumber from 'libphonenumber-js/max';

const util = google.PhoneNumberUtil.getInstance();
const numbers = {
	'Mexico, as dialled': '+525555550101',
	'Mexico, as WhatsApp says': '+5215555550101',
	'Brazil, as dialled': '+5588988887777',
	'Brazil, as WhatsApp may say': '+558888887777',
};
const seen = {};
for (const [name, number] of Object.entries(numbers)) {
	seen[name] = [util.isValidNumber(util.parse(number)), parsePhoneNumber(number).isValid()];
}
const { NO_MATCH } = google.PhoneNumberUtil.MatchType;
const match = util.isNumberMatch(numbers['Brazil, as dialled'], numbers['Brazil, as WhatsApp may say']);
console.log('google-libphonenumber 3.2.47 and libphonenumber-js 1.13.16, valid?');
console.log(seen);
console.log('Brazil: the two are NO_MATCH:', match === NO_MATCH);
assert.deepEqual(Object.values(seen), [[true, true], [false, false], [true, true], [false, false]]);
assert.equal(match, NO_MATCH);
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
echo -n 'phonenumbers 9.0.43, valid as WhatsApp says: '
venv/bin/python -c '
import phonenumbers
valid = [phonenumbers.is_valid_number(phonenumbers.parse(number)) for number in ("+5215555550101", "+558888887777")]
print(valid)
assert valid == [False, False], valid
'
