import { runBench } from './report/run.ts';
import { readBenchOptions } from './report/options.ts';
import { writeDocs } from './report/docs.ts';
import { Interruption } from '../../harness/shared/interruption.ts';
import { runWith } from '../../harness/shared/command-line.ts';

/** npm run bench, or one part of it: npm run bench:n8n, bench:store, bench:engine */
await runWith(readBenchOptions, async (options) => {
	new Interruption();
	if (options.docs.length > 0) return await writeDocs(options.docs);
	const missed = await runBench(options);
	return options.strict && missed > 0 ? 1 : 0;
});
