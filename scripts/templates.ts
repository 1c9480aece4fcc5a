import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES } from '../harness/demo/options.ts';
import { PROJECT_DIR } from '../harness/shared/project.ts';
import { TEMPLATES } from '../templates/list/index.ts';
import { toWorkflow } from '../templates/to-workflow.ts';

/** Writes workflows-templates/ from its parts; with --check it only says which files are not up to date. */
const check = process.argv.includes('--check');
for (const template of TEMPLATES) {
	for (const language of LANGUAGES) {
		const name = join('workflows-templates', language, `${template.file[language]}.json`);
		const file = join(PROJECT_DIR, name);
		const text = `${JSON.stringify(toWorkflow(template, language), null, 2)}\n`;
		if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
		if (check) {
			console.error(`${name} is not up to date with templates/; run: node scripts/templates.ts`);
			process.exitCode = 1;
			continue;
		}
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		console.log(`Written: ${name}`);
	}
}
