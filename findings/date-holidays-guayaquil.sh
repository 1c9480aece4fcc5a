#!/usr/bin/env bash
# date-holidays: Ecuador's holiday of 9 October is on 10 September.
#
# Expected: the independence of Guayaquil, 9 October 1820, a public holiday of the whole country, on its day.
# Happens:  day and month are swapped in the data (rule "09-10", which is read month first). A working day is a
#           holiday, and the holiday is a working day.
# Bites:    whoever keeps follow-ups away from holidays with a much used library for them: on 10 September nobody is
#           written to, on 9 October everybody is.
# Source:   Ecuador, Código del Trabajo, artículo 65: 9 de octubre is a day of obligatory rest. The Python package
#           holidays 0.109, run beside it, has it so.
# Needs:    bash, npm, Node 20 or newer, Python 3.10 or newer with venv. Seen 2026-11-30 with date-holidays 3.37.0. No
#           network but npm and PyPI.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "needs Python 3.10 or newer, found $(python3 --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0 >/dev/null 2>&1 || { echo 'npm could not install date-holidays 3.37.0' >&2; exit 2; }
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check holidays==0.109 >/dev/null 2>&1 || { echo 'pip could not install holidays 0.109' >&2; exit 2; }

echo -n 'holidays 0.109 (Python): '
venv/bin/python -c '
import holidays
days = [str(day) for day, name in holidays.country_holidays("EC", years=2026).items() if "Guayaquil" in name]
print(days)
assert days == ["2026-10-09"], days
'
cat > try.js <<'JS'
import assert from 'node:assert/strict';
import Holidays from 'date-holidays';

const ecuador = new Holidays('EC');
const days = ecuador.getHolidays(2026).filter(({ name }) => name.includes('Guayaquil'));
const seen = days.map(({ date, type }) => `${date.slice(0, 10)} ${type}`);
console.log('date-holidays 3.37.0:', seen);
console.log('9 October 2026 at noon is a holiday:', ecuador.isHoliday(new Date('2026-10-09T12:00:00-05:00')));
assert.deepEqual(seen, ['2026-09-10 public']);
assert.equal(ecuador.isHoliday(new Date('2026-10-09T12:00:00-05:00')), false);
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
