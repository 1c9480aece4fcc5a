#!/usr/bin/env bash
# outlines-core: minimum and maximum of a number are dropped without a word.
#
# Expected: a schema with "minimum": 0, "maximum": 1440 limits what can be generated, or is refused as unsupported, as
#           llguidance does with keywords it does not know. minLength, maxLength, maxItems and pattern do limit it.
# Happens:  the regular expression allows any whole number, negative ones too.
# Bites:    whoever trusts the schema for the delay of a follow-up: 99999 minutes are past every window, and -5 is in
#           the past. Constrained decoding is used to leave out that check.
# Source:   JSON Schema 2020-12, 6.2.2 and 6.2.4 (maximum, minimum). llguidance 1.9.1, run beside it, limits the number.
# Needs:    bash, Python 3.10 or newer with venv. Seen 2026-11-30 with outlines_core 0.2.14 and llguidance 1.9.1. No
#           network but PyPI.
set -euo pipefail
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "needs Python 3.10 or newer, found $(python3 --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check outlines_core==0.2.14 llguidance==1.9.1 >/dev/null 2>&1 || { echo 'pip could not install outlines_core 0.2.14' >&2; exit 2; }

cat > try.py <<'PY'
import json
import re

from llguidance import LLMatcher, LLTokenizer
from outlines_core.json_schema import build_regex_from_schema

schema = json.dumps(
    {
        "type": "object",
        "properties": {"minutes": {"type": "integer", "minimum": 0, "maximum": 1440}},
        "required": ["minutes"],
        "additionalProperties": False,
    }
)
pattern = build_regex_from_schema(schema)
tokenizer = LLTokenizer("byte")


def outlines(text):
    return re.fullmatch(pattern, text) is not None


def guidance(text):
    tokens = tokenizer.tokenize_str(text)
    matcher = LLMatcher(tokenizer, LLMatcher.grammar_from_json_schema(schema))
    return matcher.validate_tokens(tokens) == len(tokens)


seen = {}
for minutes in [60, 99999, -5]:
    text = json.dumps({"minutes": minutes})
    seen[minutes] = {"outlines_core": outlines(text), "llguidance": guidance(text)}
print("outlines_core 0.2.14 and llguidance 1.9.1, can a model held to 0 … 1440 write")
for minutes, can in seen.items():
    print(f"  {minutes}: {can}")
assert [can["outlines_core"] for can in seen.values()] == [True, True, True], seen
assert [can["llguidance"] for can in seen.values()] == [True, False, False], seen
PY
venv/bin/python try.py 2>&1 | sed "s#$PWD/##g"
