import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REASON_GROUPS } from '../../lib/follow-up/reasons/index.ts';

type Language = 'en' | 'es';

const WORDS = {
	en: {
		head: '# Reason codes\n\nEvery follow-up that is moved, put off or not sent says why: a code for expressions and filters, and a sentence for people. The sentence may be more exact than the general one below. [En español](reason-codes.es.md).',
		columns: ['Code', 'What a person reads'],
		rules:
			'## The rules in their order\n\nThe same list is asked when planning, when deciding and right before sending. The first rule that objects gives the reason.',
		ruleColumns: ['#', 'Rule', 'Why'],
		end: '<!-- Made by `npm run docs` from lib/follow-up. -->',
	},
	es: {
		head: '# Códigos de motivo\n\nTodo seguimiento que se mueve, se aplaza o no se envía dice por qué: un código para expresiones y filtros, y una frase para las personas. La frase puede ser más exacta que la general de abajo. [In English](reason-codes.md).',
		columns: ['Código', 'Lo que lee una persona'],
		rules:
			'## Las reglas en su orden\n\nLa misma lista se consulta al planear, al decidir y justo antes de enviar. La primera regla que se opone da el motivo.',
		ruleColumns: ['#', 'Regla', 'Por qué'],
		end: '<!-- Hecha con `npm run docs` a partir de lib/follow-up. -->',
	},
} as const satisfies Record<Language, object>;

/** The page of all reason codes and of the rules in their order, made from the engine's source. */
export function reasonCodesPage(root: string, language: Language): string {
	const words = WORDS[language];
	const groups = REASON_GROUPS.flatMap(({ title, reasons }) => [
		`## ${title[language]}`,
		table(
			words.columns,
			Object.entries(reasons).map(([code, sentence]) => [`\`${code}\``, sentence[language]]),
		),
	]);
	const rules = rulesOf(join(root, 'lib/follow-up/rules')).map(({ name, why }, index) => [
		String(index + 1),
		name,
		why[language],
	]);
	return `${[words.head, ...groups, words.rules, table(words.ruleColumns, rules), words.end].join('\n\n')}\n`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(columns), `|${columns.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

function rulesOf(folder: string): { name: string; why: Record<Language, string> }[] {
	const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
	const list =
		/export const RULES = \{([^}]*)\}/.exec(readFileSync(join(folder, 'index.ts'), 'utf8'))?.[1] ?? '';
	return [...list.matchAll(/^\t(\w+),$/gm)].map(([, name]) => {
		const source = files.find((text) => text.includes(`export const ${name}: Rule`)) ?? '';
		const [en = '', es] = commentBefore(source, `export const ${name}: Rule`).split(' es: ');
		if (!es)
			throw new Error(
				`The rule ${name} does not say why in Spanish yet: end its comment with a line "es: …".`,
			);
		return { name: name as string, why: { en, es } };
	});
}

/** The comment right before a declaration; a file of several rules has one comment for all of them. */
function commentBefore(source: string, declaration: string): string {
	const comments = [...source.slice(0, source.indexOf(declaration)).matchAll(/\/\*\*([\s\S]*?)\*\//g)];
	return (comments.at(-1)?.[1] ?? '')
		.replace(/^\s*\* ?/gm, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
