import { runProgram } from '../../harness/shared/command-line.ts';
import { optOutScope } from '../../lib/opt-out/index.ts';
import { measure, tableOf } from './measure.ts';
import { PARTS, readPhrases } from './phrase-list.ts';

const OPT_OUTS = {
	call: 'npm run opt-outs',
	about:
		'Prints how well requests to be left alone are recognised, per language, and what was taken wrongly.',
	options: {},
};

await runProgram(OPT_OUTS, async () => {
	const phrases = readPhrases(import.meta.dirname);
	for (const part of [...PARTS, 'all'] as const) {
		const measured = measure(
			phrases.filter((phrase) => part === 'all' || phrase.part === part),
			optOutScope,
		);
		console.log(`\n${part}\n${tableOf(measured)}`);
		if (part !== 'all') continue;
		for (const { language, missed, alarms } of measured) {
			if (language === 'all') continue;
			for (const text of missed) console.log(`missed (${language}): ${text}`);
			for (const text of alarms) console.log(`false alarm (${language}): ${text}`);
		}
	}
	return 0;
});
