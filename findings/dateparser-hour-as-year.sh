#!/usr/bin/env bash
# dateparser: "5 de diciembre a las 10" is in the year 2110, "sexta às 16h30" in 2030.
#
# Expected: a day and an hour, or None, which the library gives for what it cannot read.
# Happens:  the hour, when written without minutes or with "h", is taken for the year: 10 becomes 2110 (the next year
#           that ends in 10, as dates of the future are preferred). The date looks whole: datetime, no exception.
# Bites:    reminders that a customer asked for: stored, shown as planned, and due in 84 years.
# Source:   dateparser's documentation: languages es and pt, PREFER_DATES_FROM, incomplete dates; read 2026-11-30.
# Needs:    bash, Python 3.10 or newer with venv. Seen 2026-11-30 with dateparser 1.5.0. No network but PyPI.
set -euo pipefail
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "needs Python 3.10 or newer, found $(python3 --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0 >/dev/null 2>&1 || { echo 'pip could not install dateparser 1.5.0' >&2; exit 2; }

cat > try.py <<'PY'
import datetime

import dateparser

settings = {"RELATIVE_BASE": datetime.datetime(2026, 11, 30, 12), "PREFER_DATES_FROM": "future"}


def read(language, text):
    found = dateparser.parse(text, languages=[language], settings=settings)
    return found and found.isoformat(" ", "minutes")


seen = {
    text: read(language, text)
    for language, text in [
        ("es", "5 de diciembre a las 10:00"),
        ("es", "5 de diciembre a las 10"),
        ("pt", "sexta às 16:30"),
        ("pt", "sexta às 16h30"),
    ]
}
print("dateparser 1.5.0, on 2026-11-30, dates of the future preferred")
for text, date in seen.items():
    print(f"  {text}: {date}")
assert seen == {
    "5 de diciembre a las 10:00": "2026-12-05 10:00",
    "5 de diciembre a las 10": "2110-12-05 00:00",
    "sexta às 16:30": "2026-12-04 16:30",
    "sexta às 16h30": "2030-11-16 00:00",
}, seen
PY
TZ=UTC venv/bin/python try.py 2>&1 | sed "s#$PWD/##g"
