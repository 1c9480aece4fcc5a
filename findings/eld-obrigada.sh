#!/usr/bin/env bash
# eld: a man's thanks are Portuguese, a woman's are Catalan, and "reliable" at that.
#
# Expected: "obrigado" and "obrigada", the same word said by a man and by a woman, are the same language. (Catalan has
#           "obligada".) isReliable() is there for the doubtful ones.
# Happens:  with the databases small, medium and large "obrigada" is Catalan and reliable; with the smallest,
#           extrasmall, it is Portuguese. The larger database knows less.
# Bites:    bots in Brazil and Portugal that switch to the customer's language: half of the customers who say no more
#           than thanks are answered in Catalan.
# Source:   README of eld: detect() returns isReliable(); very short texts are called unreliable; read 2026-11-30.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with eld 2.1.0. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts eld@2.1.0 >/dev/null 2>&1 || { echo 'npm could not install eld 2.1.0' >&2; exit 2; }

cat > try.js <<'JS'
import assert from 'node:assert/strict';

const seen = {};
for (const size of ['extrasmall', 'small', 'large']) {
	const { eld } = await import(`eld/${size}`);
	const detect = (text) => [eld.detect(text)].map((found) => `${found.language} ${found.isReliable()}`)[0];
	seen[size] = { obrigado: detect('obrigado'), obrigada: detect('obrigada') };
}
console.log('eld 2.1.0, language and whether it is reliable');
console.log(seen);
assert.deepEqual(seen, {
	extrasmall: { obrigado: 'pt true', obrigada: 'pt true' },
	small: { obrigado: 'pt true', obrigada: 'ca true' },
	large: { obrigado: 'pt true', obrigada: 'ca true' },
});
JS
node try.js 2>&1 | sed "s#file://##g; s#$PWD/##g"
