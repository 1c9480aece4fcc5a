import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES } from '../harness/demo/options.ts';
import { runProgram } from '../harness/shared/command-line.ts';
import { flag } from '../harness/shared/options.ts';
import { PROJECT_DIR } from '../harness/shared/project.ts';
import { TEMPLATES } from '../templates/list/index.ts';
import { toWorkflow } from '../templates/to-workflow.ts';

const WRITE = {
	call: 'node scripts/templates.ts [options]',
	about: 'Writes workflows-templates/ from its parts.',
	options: { check: flag('only say which files are not up to date') },
};

await runProgram(WRITE, async ({ values: { check } }) => {
	const stale = TEMPLATES.flatMap((template) =>
		LANGUAGES.map((language) => ({
			name: join('workflows-templates', language, `${template.file[language]}.json`),
			text: `${JSON.stringify(toWorkflow(template, language), null, 2)}\n`,
		})),
	).filter(({ name, text }) => now(name) !== text);
	for (const { name, text } of stale) {
		if (check) {
			console.error(`${name} is not up to date with templates/; run: node scripts/templates.ts`);
			continue;
		}
		const file = join(PROJECT_DIR, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		console.log(`Written: ${name}`);
	}
	return check && stale.length > 0 ? 1 : 0;
});

function now(name: string): string | undefined {
	const file = join(PROJECT_DIR, name);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
