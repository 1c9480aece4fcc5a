import { existsSync } from 'node:fs';
import { CliError } from '../harness/shared/cli-error.ts';
import { helpOf, runProgram } from '../harness/shared/command-line.ts';
import { loadEngine } from '../harness/shared/engine.ts';
import { STORE_OPTIONS } from './store/options.ts';

const COPY = {
	call: 'npm run store:copy -- --sqlite <file> --postgres <connection string> [options]',
	about: `Moves the follow-ups from the embedded store to Postgres, live ones included: all or nothing.
1. Stop n8n, so that nothing is sent or recorded meanwhile.
2. Run this. The SQLite file is only read.
3. Set "Store" to Postgres in all nodes of this package, start n8n, and put the file away.
Meta delivers what it could not deliver meanwhile again, for up to seven days.`,
	options: STORE_OPTIONS,
};

await runProgram(COPY, async ({ values: { sqlite, postgres, schema } }) => {
	if (!sqlite || !postgres)
		throw new CliError(`Name both stores: --sqlite and --postgres.\n\n${helpOf(COPY)}`);
	if (!existsSync(sqlite))
		throw new CliError(`There is no file ${sqlite}. Give the path of the embedded store.`);
	const { copyStore } = await loadEngine();
	const copied = await copyStore(
		{ kind: 'sqlite', file: sqlite },
		{ kind: 'postgres', connectionString: postgres, ...(schema ? { schema } : {}) },
	).catch((error: Error & { advice?: string }) => {
		throw new CliError(`${error.message}\n${error.advice ?? 'Nothing was copied.'}`);
	});
	for (const [table, rows] of Object.entries(copied)) console.log(`${String(rows).padStart(9)}  ${table}`);
	console.log('Everything was copied. Put the SQLite file away, so that no n8n goes on with it.');
	return 0;
});
