import { CliError } from '../harness/shared/cli-error.ts';
import { helpOf, runProgram } from '../harness/shared/command-line.ts';
import { loadEngine } from '../harness/shared/engine.ts';
import { STORE_OPTIONS } from './store/options.ts';

const MIGRATE = {
	call: 'npm run store:migrate -- --sqlite <file> | --postgres <connection string> [options]',
	about:
		'Brings the tables of a follow-up store up to date. The nodes do the same when they start; run it by hand to do it at a moment of your choice. Running it twice changes nothing.',
	options: STORE_OPTIONS,
};

await runProgram(MIGRATE, async ({ values: { sqlite, postgres, schema } }) => {
	if ((sqlite === undefined) === (postgres === undefined))
		throw new CliError(`Name one store: either --sqlite or --postgres.\n\n${helpOf(MIGRATE)}`);
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
