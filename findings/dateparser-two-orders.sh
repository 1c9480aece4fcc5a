#!/usr/bin/env bash
# dateparser: the same Spanish date is in December when parsed and in March when searched for.
#
# Expected: dateparser.parse("3/12") and search_dates("… 3/12 …"), with the same language and settings, agree.
# Happens:  parse() takes the day first, as Spanish does. search_dates() takes the month first, even for a date with
#           its year, which is then months in the past although dates of the future are preferred.
# Bites:    whoever tests with parse() and runs search_dates() over what customers write: "nos vemos el 3/12" is put
#           into March.
# Source:   CLDR, locale es: d/M/y; dateparser's documentation: DATE_ORDER follows the language; read 2026-11-30.
# Needs:    bash, Python 3.10 or newer with venv. Seen 2026-11-30 with dateparser 1.5.0. No network but PyPI.
set -euo pipefail
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "needs Python 3.10 or newer, found $(python3 --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0 >/dev/null 2>&1 || { echo 'pip could not install dateparser 1.5.0' >&2; exit 2; }

cat > try.py <<'PY'
import datetime

import dateparser
from dateparser.search import search_dates

settings = {"RELATIVE_BASE": datetime.datetime(2026, 11, 30, 12), "PREFER_DATES_FROM": "future"}


def both(date):
    parsed = dateparser.parse(date, languages=["es"], settings=settings)
    [(_, found)] = search_dates(f"Nos vemos el {date}", languages=["es"], settings=settings)
    return parsed.date().isoformat(), found.date().isoformat()


seen = {date: both(date) for date in ["3/12", "03/12/2026", "3 de diciembre"]}
print("dateparser 1.5.0, Spanish, on 2026-11-30: parsed and found")
for date, days in seen.items():
    print(f"  {date}: {days}")
assert seen == {
    "3/12": ("2026-12-03", "2027-03-12"),
    "03/12/2026": ("2026-12-03", "2026-03-12"),
    "3 de diciembre": ("2026-12-03", "2026-12-03"),
}, seen
PY
TZ=UTC venv/bin/python try.py 2>&1 | sed "s#$PWD/##g"
