import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_ROWS } from '../lib/messaging/errors/table.ts';
import { errorCodesPage } from './docs/error-codes-page.ts';
import { loadDescriptions } from './docs/nodes/load-descriptions.ts';
import { nodesPage } from './docs/nodes/nodes-page.ts';
import { modelServersPage } from './docs/model-servers-page.ts';
import { reasonCodesPage } from './docs/reason-codes.ts';
import { runProgram } from '../harness/shared/command-line.ts';
import { flag } from '../harness/shared/options.ts';
import { PROJECT_DIR } from '../harness/shared/project.ts';

const DOCS = {
	call: 'npm run docs -- [options]',
	about: 'Writes the pages of docs/ that are made from code.',
	options: { check: flag('only say whether they are up to date') },
};

await runProgram(DOCS, async ({ values }) => {
	const descriptions = await loadDescriptions(PROJECT_DIR);
	const pages: Record<string, string> = {
		'nodes.md': nodesPage(descriptions, 'en'),
		'nodes.es.md': nodesPage(descriptions, 'es'),
		'reason-codes.md': reasonCodesPage(PROJECT_DIR, 'en'),
		'reason-codes.es.md': reasonCodesPage(PROJECT_DIR, 'es'),
		'model-servers.md': modelServersPage('en'),
		'model-servers.es.md': modelServersPage('es'),
		'error-codes.md': errorCodesPage(ERROR_ROWS, 'en'),
		'error-codes.es.md': errorCodesPage(ERROR_ROWS, 'es'),
	};
	const stale = Object.entries(pages).filter(([name, page]) => page !== now(name));
	if (values.check) {
		for (const [name] of stale)
			console.error(`docs/${name} is not up to date with the code; run: npm run docs`);
		return stale.length === 0 ? 0 : 1;
	}
	for (const [name, page] of stale) writeFileSync(join(PROJECT_DIR, 'docs', name), page);
	console.log(
		stale.length === 0 ? 'All pages were up to date.' : `Written: ${stale.map(([name]) => name).join(', ')}`,
	);
	return 0;
});

function now(name: string): string | undefined {
	try {
		return readFileSync(join(PROJECT_DIR, 'docs', name), 'utf8');
	} catch {
		return undefined;
	}
}
