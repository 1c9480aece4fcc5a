#!/usr/bin/env bash
# outlines-core: a model that is held to "format": "date-time" cannot write its own time zone.
#
# Expected: RFC 3339, which JSON Schema names: 2026-12-05T16:00:00-03:00 is right, 2026-12-05T16:00:00 without a
#           zone is not.
# Happens:  the other way round. The regular expression made of the schema has room for "Z" or for nothing, so that
#           -03:00 can never be generated, and the time without a zone can.
# Bites:    whoever lets a model choose when to write, on servers that generate with outlines (vLLM, TGI): it has been
#           told "it is 13:00-03:00", means four in the afternoon there, and can only write 16:00Z, three hours
#           early, or 16:00, which a validator of the same schema refuses.
# Source:   JSON Schema 2020-12, 7.3.1; RFC 3339, 5.6: time-offset is Z or a numeric offset, and obligatory.
# Needs:    bash, Python 3.10 or newer with venv. Seen 2026-11-30 with outlines_core 0.2.14. No network but PyPI.
set -euo pipefail
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "needs Python 3.10 or newer, found $(python3 --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check outlines_core==0.2.14 >/dev/null 2>&1 || { echo 'pip could not install outlines_core 0.2.14' >&2; exit 2; }

cat > try.py <<'PY'
import json
import re

from outlines_core.json_schema import build_regex_from_schema

schema = {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}}, "required": ["at"]}
pattern = build_regex_from_schema(json.dumps(schema))


def possible(time):
    return re.fullmatch(pattern, json.dumps({"at": time})) is not None


seen = {time: possible(time) for time in ["2026-12-05T16:00:00Z", "2026-12-05T16:00:00-03:00", "2026-12-05T16:00:00"]}
print("outlines_core 0.2.14, can a model held to format date-time write")
for time, can in seen.items():
    print(f"  {time}: {can}")
assert list(seen.values()) == [True, False, True], seen
PY
venv/bin/python try.py 2>&1 | sed "s#$PWD/##g"
