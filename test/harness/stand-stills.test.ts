import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { standStillCheck } from '../../harness/n8n/stand-stills/judge.ts';
import type { StandStill } from '../../harness/n8n/stand-stills/watch.ts';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import { temporaryFolder } from '../../harness/shared/temporary-folder.ts';

const PRELOAD = pathToFileURL(join(PROJECT_DIR, 'harness/n8n/stand-stills/preload.mjs')).href;
const BUSY = (name: string) =>
	`exports.${name} = function ${name}(ms) { for (const end = Date.now() + ms; Date.now() < end; ) Math.sqrt(ms); };`;

/** Runs a program in the place of n8n, which has this package installed. */
function runAsN8n(program: string): StandStill[] {
	const folder = temporaryFolder('stand-still-test');
	const seen = join(folder, 'seen');
	const dist = join(folder, 'node_modules/n8n-nodes-meta-followup/dist/lib');
	for (const one of [seen, dist, join(folder, 'bin')]) mkdirSync(one, { recursive: true });
	writeFileSync(join(dist, 'index.js'), BUSY('ofThePackage'));
	writeFileSync(join(folder, 'other.js'), BUSY('ofN8n'));
	const n8n = join(folder, 'bin', 'n8n');
	const start = `
		const { ofThePackage } = require('n8n-nodes-meta-followup/dist/lib/index.js');
		const { ofN8n } = require('../other.js');
		const wait = (ms) => new Promise((done) => setTimeout(done, ms));`;
	writeFileSync(
		n8n,
		`${start}\n(async () => { await wait(50); ${program}; await wait(50); process.exit(0); })();`,
	);
	const env = { ...process.env, META_FOLLOWUP_STAND_STILLS: seen, NODE_OPTIONS: `--import=${PRELOAD}` };
	execFileSync(process.execPath, [n8n], { env });
	const [file = 'nothing was written'] = readdirSync(seen);
	return JSON.parse(readFileSync(join(seen, file), 'utf8')) as StandStill[];
}

const longest = (seen: StandStill[]) => seen.toSorted((a, b) => b.ms - a.ms)[0];

test('a stretch of this package is told with its function, and is too long', () => {
	const seen = runAsN8n('ofThePackage(400)');
	const found = longest(seen);
	expect(found?.ms).toBeGreaterThan(300);
	expect(found?.oursMs).toBeGreaterThan(200);
	expect(found?.ours).toMatch(/^ofThePackage at n8n-nodes-meta-followup\/dist\/lib\/index\.js:1:/);
	expect(standStillCheck(seen)).toMatchObject({
		holds: false,
		found: expect.stringContaining('ofThePackage') as string,
	});
}, 30_000);

test('one of n8n itself is told apart', () => {
	const seen = runAsN8n('ofN8n(400)');
	expect(longest(seen)?.oursMs).toBeLessThan(50);
	expect(standStillCheck(seen)).toMatchObject({
		...{ holds: true, found: expect.stringMatching(/n8n by itself: \d+ ms in ofN8n/) as string },
	});
}, 30_000);

test('short pieces of work, one after the other, are no stand-still', () => {
	const seen = runAsN8n('for (let n = 0; n < 40; n++) { ofThePackage(10); await wait(1); }');
	expect(longest(seen)?.ms ?? 0).toBeLessThan(300);
}, 30_000);
