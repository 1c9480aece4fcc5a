import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { reasonCodesPage } from './docs/reason-codes.ts';
import { PROJECT_DIR } from './shared/project.ts';

/** Writes docs/reason-codes.md from the code; with --check it only says whether the page is up to date. */
const file = join(PROJECT_DIR, 'docs', 'reason-codes.md');
const options = await resolveConfig(file);
const page = await format(await reasonCodesPage(PROJECT_DIR), { ...options, parser: 'markdown' });

if (!process.argv.includes('--check')) {
	writeFileSync(file, page);
	console.log(`Written: ${file}`);
} else if (readFileSync(file, 'utf8') !== page) {
	console.error(`${file} is not up to date with lib/follow-up; run: npm run docs`);
	process.exitCode = 1;
}
