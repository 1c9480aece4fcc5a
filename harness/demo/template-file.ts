import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowToImport } from '../n8n/types.ts';
import { PROJECT_DIR } from '../shared/project.ts';
import { CliError } from '../shared/cli-error.ts';
import { LANGUAGES, type Language } from './options.ts';

const FOLDER = join(PROJECT_DIR, 'workflows-templates');
const WORDS = {
	es: { none: 'No hay una plantilla', elsewhere: 'Está en el otro idioma: agrega' },
	en: { none: 'There is no template', elsewhere: 'It is there in the other language: add' },
};
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
		const words = WORDS[lang];
		const elsewhere = LANGUAGES.find((other) => templateNames(other).includes(name));
		const hint = elsewhere ? ` ${words.elsewhere} --lang ${elsewhere}.` : '';
		throw new CliError(`${words.none} "${name}".${hint}\n\n${listOfTemplates(lang)}`);
	}
	return templateIn(lang, name);
}

/** The templates of a language with what each is for, to be printed. */
export function listOfTemplates(lang: Language): string {
	const names = templateNames(lang);
	const width = Math.max(...names.map((name) => name.length)) + 2;
	return names.map((name) => `  ${name.padEnd(width)}${templateIn(lang, name).name}`).join('\n');
}

function templateIn(lang: Language, name: string): WorkflowToImport {
	return JSON.parse(readFileSync(join(FOLDER, lang, `${name}.json`), 'utf8')) as WorkflowToImport;
}
