#!/usr/bin/env bash
# n8n-workflow: its ES module build cannot be imported by Node, although its package.json offers it for "import".
#
# Expected: import('n8n-workflow') gives the module, as require('n8n-workflow') does.
# Happens:  ERR_MODULE_NOT_FOUND: dist/esm/index.js imports its own files without their endings, which Node does not
#           resolve. Only bundlers can use this build.
# Bites:    whoever writes a node package or its tests as ES modules: with "type": "module" the import of
#           n8n-workflow fails at run time, while the type checker and every bundler are content.
# Source:   Node, "Mandatory file extensions" (nodejs.org/api/esm.html), read 2026-11-30.
# Needs:    bash, npm, Node 20 or newer. Seen 2026-11-30 with n8n-workflow 2.41.0 and 2.39.3. No network but npm.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { echo "needs Node 20 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts n8n-workflow@2.41.0 >/dev/null 2>&1 || { echo 'npm could not install n8n-workflow 2.41.0' >&2; exit 2; }

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { version, exports } = JSON.parse(readFileSync('node_modules/n8n-workflow/package.json', 'utf8'));
console.log(`n8n-workflow ${version}, exports ${JSON.stringify(exports['.'])}`);
const required = createRequire(import.meta.url)('n8n-workflow');
console.log(`require: ${Object.keys(required).length} exports`);
assert.equal(typeof required.Workflow, 'function');
const outcome = await import('n8n-workflow').then(
	() => 'a module',
	({ code, message }) => `${code}: ${message.replaceAll(process.cwd(), '.')}`,
);
console.log(`import:  ${outcome}`);
assert.match(outcome, /^ERR_MODULE_NOT_FOUND/);
JS
node try.mjs
