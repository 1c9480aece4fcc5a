import { runBench } from './report/run.ts';
import { readBenchOptions } from './report/options.ts';
import { writeDocs } from './report/docs.ts';
import { Interruption } from '../../harness/shared/interruption.ts';
import { runMain } from '../../harness/shared/cli-error.ts';

/** npm run bench, or one part of it: npm run bench:n8n, bench:store, bench:engine */
await runMain(async () => {
	const options = readBenchOptions(process.argv.slice(2));
	if (typeof options === 'string') {
		console.log(options);
		return 0;
	}
	new Interruption();
	if (options.docs.length > 0) return await writeDocs(options.docs);
	const missed = await runBench(options);
	return options.strict && missed > 0 ? 1 : 0;
});
