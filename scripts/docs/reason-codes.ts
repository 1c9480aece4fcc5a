import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REASONS } from '../../lib/follow-up/reasons.ts';
import { reasonsEs } from '../../lib/follow-up/reasons-es.ts';

type Sentences = Readonly<Record<string, string>>;
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

/** The headings inside the table of the engine, in Spanish. */
const GROUPS_ES: Sentences = {
	'A due time that is not the one asked for': 'Una hora que no es la pedida',
	'Ended without a message': 'Terminado sin mensaje',
	'What became of a message': 'Qué pasó con un mensaje',
};

/** The page of all reason codes and of the rules in their order, made from the engine's source. */
export function reasonCodesPage(root: string, language: Language): string {
	const words = WORDS[language];
	const sentences: Sentences = language === 'es' ? reasonsEs : REASONS;
	const source = readFileSync(join(root, 'lib/follow-up/reasons.ts'), 'utf8');
	const groups = groupsOf(source, sentences).flatMap(({ title, codes }) => [
		`## ${language === 'es' ? inSpanish(title) : title}`,
		table(
			words.columns,
			codes.map(([code, sentence]) => [`\`${code}\``, sentence]),
		),
	]);
	const rules = rulesOf(join(root, 'lib/follow-up/rules')).map(({ name, why }, index) => [
		String(index + 1),
		name,
		why[language],
	]);
	return `${[words.head, ...groups, words.rules, table(words.ruleColumns, rules), words.end].join('\n\n')}\n`;
}

function inSpanish(title: string): string {
	const found = GROUPS_ES[title];
	if (found === undefined)
		throw new Error(
			`The heading "${title}" of reasons.ts has no Spanish yet: add it to scripts/docs/reason-codes.ts.`,
		);
	return found;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(columns), `|${columns.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** The comments inside the table are its headings. */
function groupsOf(source: string, sentences: Sentences): { title: string; codes: [string, string][] }[] {
	const headings = [...source.matchAll(/^\t\/\/ (.+)$/gm)].map((match) => ({
		title: match[1] as string,
		at: match.index,
	}));
	const placeOf = (code: string) => source.search(new RegExp(`^\\t${code}:`, 'm'));
	return headings.map(({ title, at }, index) => {
		const next = headings[index + 1]?.at ?? Infinity;
		const codes = Object.keys(REASONS)
			.filter((code) => placeOf(code) > at && placeOf(code) < next)
			.map((code): [string, string] => [code, sentences[code] ?? '']);
		return { title, codes };
	});
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
