import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowToImport } from '../n8n/types.ts';
import { PROJECT_DIR } from '../shared/project.ts';
import { CliError } from '../shared/cli-error.ts';
import { LANGUAGES, type Language } from './options.ts';

const FOLDER = join(PROJECT_DIR, 'workflows-templates');
const NAMES: Record<Language, string> = { es: 'Spanish', en: 'English' };
/** The template that is shown when none is named. */
export const FIRST_TEMPLATE: Record<Language, string> = {
	es: 'recordatorio-de-cita',
	en: 'appointment-reminder',
};

/** The names under which templates of a language can be asked for. */
export function templateNames(lang: Language): string[] {
	return readdirSync(join(FOLDER, lang))
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.slice(0, -'.json'.length))
		.sort();
}

/** Reads a template by its name; says which ones there are when it is not among them. */
export function readTemplate(lang: Language, name = FIRST_TEMPLATE[lang]): WorkflowToImport {
	const names = templateNames(lang);
	if (!names.includes(name)) {
		const elsewhere = LANGUAGES.find((other) => templateNames(other).includes(name));
		const hint = elsewhere ? ` It is there in ${NAMES[elsewhere]}: add --lang ${elsewhere}.` : '';
		throw new CliError(
			`There is no template "${name}" in ${NAMES[lang]}.${hint} Those in ${NAMES[lang]} are:\n${names.map((known) => `  ${known}`).join('\n')}`,
		);
	}
	return JSON.parse(readFileSync(join(FOLDER, lang, `${name}.json`), 'utf8')) as WorkflowToImport;
}
