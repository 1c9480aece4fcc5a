#!/usr/bin/env bash
# jsonrepair: an answer that is cut in the middle of `false` becomes a text, and a text is true.
#
# Expected: {"send": fals, where the model ran out of tokens, is false, null or an error.
# Happens:  it is repaired to {"send": "fals"}. In JavaScript and in Python a text that is not empty counts as true:
#           `if (answer.send)` sends what the model was about to refuse. json_repair, the Python package of that
#           purpose, does the same.
# Bites:    whoever repairs the answers of models instead of asking again; n8n's own jsonParse(…, { repairJSON: true })
#           is made with it.
# Source:   README of jsonrepair: repairs truncated JSON; read 2026-11-30. partial-json 0.1.7, run beside it: false.
# Needs:    bash, npm, Node 20 or newer, Python 3.10 or newer with venv. Seen 2026-11-30 with jsonrepair 3.15.0 and
#           json_repair 0.64.6. No network but npm and PyPI.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "needs Python 3.10 or newer, found $(python3 --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts jsonrepair@3.15.0 partial-json@0.1.7 >/dev/null 2>&1 || { echo 'npm could not install jsonrepair 3.15.0' >&2; exit 2; }
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check json_repair==0.64.6 >/dev/null 2>&1 || { echo 'pip could not install json_repair 0.64.6' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';
import { jsonrepair } from 'jsonrepair';
import { parse } from 'partial-json';

const cut = '{"message":null,"send":fals';
const repaired = JSON.parse(jsonrepair(cut));
console.log('jsonrepair 3.15.0:', repaired, 'sends:', Boolean(repaired.send));
console.log('partial-json 0.1.7:', parse(cut));
assert.deepEqual(repaired, { message: null, send: 'fals' });
assert.deepEqual(parse(cut), { message: null, send: false });
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
venv/bin/python -c '
import json_repair
repaired = json_repair.loads("{\"message\":null,\"send\":fals")
print("json_repair 0.64.6 (Python):", repaired, "sends:", bool(repaired["send"]))
assert repaired == {"message": None, "send": "fals"}, repaired
'
