import { parseArgs } from 'node:util';
import { runMain, CliError } from '../harness/shared/cli-error.ts';
import { loadEngine } from '../harness/shared/engine.ts';

const USAGE = `npm run store:migrate -- --sqlite <file> | --postgres <connection string> [--schema <name>]

  Brings the tables of a follow-up store up to date. The nodes do the same when they start; run it by hand to do it at a
  moment of your choice. Running it twice changes nothing.`;

await runMain(async () => {
	const { values } = parseArgs({
		options: {
			sqlite: { type: 'string' },
			postgres: { type: 'string' },
			schema: { type: 'string' },
			help: { type: 'boolean', short: 'h' },
		},
	});
	if (values.help) {
		console.log(USAGE);
		return 0;
	}
	const { sqlite, postgres, schema } = values;
	if ((sqlite === undefined) === (postgres === undefined))
		throw new CliError(`Name one store: either --sqlite or --postgres.\n\n${USAGE}`);
	const { openStore } = await loadEngine();
	const store = await openStore(
		sqlite !== undefined
			? { kind: 'sqlite', file: sqlite }
			: { kind: 'postgres', connectionString: postgres as string, ...(schema ? { schema } : {}) },
	).catch((error: Error & { advice?: string }) => {
		throw new CliError(`${error.message}\n${error.advice ?? ''}`);
	});
	await store.close();
	console.log('The tables are up to date.');
	return 0;
});
