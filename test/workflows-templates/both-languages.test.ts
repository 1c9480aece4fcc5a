import { join } from 'node:path';
import { execaSync } from 'execa';
import type { INode } from 'n8n-workflow';
import type { WorkflowJson } from '../support/engine.ts';
import { readTemplate, templateFiles } from '../support/templates.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const byLanguage = (language: string) => templateFiles.filter((file) => file.startsWith(language));

/** What is the same in both languages: places, types, and which node leads to which. */
function shape({ nodes, connections }: WorkflowJson): string {
	const place = new Map(nodes.map(({ name }, index) => [name, index]));
	const wires = Object.entries(connections).map(([from, byKind]) => [
		place.get(from),
		Object.entries(byKind).map(([kind, outputs]) => [
			kind,
			outputs.map((output) => (output ?? []).map(({ node, index }) => [place.get(node), index])),
		]),
	]);
	return JSON.stringify([nodes.map(seen), wires]);
}

function seen({ type, typeVersion, position, parameters }: INode) {
	return [type, typeVersion, position, keys(parameters)];
}

/** Parameters without their texts. */
function keys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(keys);
	if (typeof value !== 'object' || value === null) return typeof value === 'string' ? '' : value;
	const entries = Object.entries(value).map(([key, one]) => [key, keys(one)]);
	return Object.fromEntries(entries);
}

test('every template is there in both languages, with the same nodes, places, settings and connections', () => {
	expect(byLanguage('en').length).toBeGreaterThan(1);
	const [en, es] = ['en', 'es'].map((language) =>
		byLanguage(language)
			.map((file) => shape(readTemplate(file)))
			.sort(),
	);
	expect(es).toEqual(en);
});

test('no text is left in the other language', () => {
	const texts = (language: string) =>
		byLanguage(language).flatMap((file) =>
			readTemplate(file).nodes.flatMap(({ name, parameters }) => [
				name,
				...(parameters.content ? [String(parameters.content)] : []),
			]),
		);
	for (const text of texts('en')) expect(text).not.toMatch(/[áéíóúñ¿¡]/);
	const english = new Set(texts('en'));
	// Short ones such as "Dashboard" may be the same in both.
	for (const text of texts('es')) if (text.includes(' ')) expect(english).not.toContain(text);
});

test('the files are up to date with the parts they are made from', () => {
	const check = () => execaSync(process.execPath, ['scripts/templates.ts', '--check'], { cwd: PROJECT });
	expect(check).not.toThrow();
});
