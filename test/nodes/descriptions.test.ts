import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { credentials, nodes } from '../support/node-types.ts';

interface Found {
	/** The way to it, e.g. followUpEvaluate.followUps.values.name */
	path: string;
	property: INodeProperties;
}

/** Every parameter of a node or credential, also those inside collections. */
function walk(properties: INodeProperties[], path: string): Found[] {
	return properties.flatMap((property) => {
		const here = `${path}.${property.name}`;
		const inside = (property.options ?? []).flatMap((option) => {
			if ('values' in option) {
				const { name, values } = option as INodePropertyCollection;
				return walk(values, `${here}.${name}`);
			}
			return 'type' in option ? walk([option as INodeProperties], here) : [];
		});
		return [{ path: here, property }, ...inside];
	});
}

const described = [
	...nodes.map(({ description }) => ({ name: description.name, properties: description.properties })),
	...credentials.map(({ name, properties }) => ({ name, properties })),
];
const all = described.flatMap(({ name, properties }) => walk(properties, name));
const only = (wanted: (property: INodeProperties) => boolean) =>
	all
		.filter(({ property }) => wanted(property))
		.map(({ path, property }): [string, INodeProperties] => [path, property]);

const choices = ({ type, options }: INodeProperties): INodePropertyOptions[] =>
	type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : [];

/** The product writes itself in lower case, also as an owner. */
const PRODUCT = /^n8n('s)?$/;
/** Short words stay small inside a title; names and abbreviations keep their own letters. */
const SMALL = /^(a|an|and|as|at|by|for|from|if|in|of|on|or|per|than|the|to|with|n8n)$/;
function isTitleCase(text: string): boolean {
	const words = text
		.replace(/[()…:,/]/g, ' ')
		.split(/[\s-]+/)
		.filter(Boolean);
	return words.every(
		(word, place) => PRODUCT.test(word) || (place > 0 && SMALL.test(word)) || !/^[a-záéíóúñ]/.test(word),
	);
}

const isOneSentence = (text: string) => !/[.!?]\s+\S/.test(text.replace(/\b(e\.g|i\.e)\. /g, ''));

test('all of it is walked', () => {
	expect(nodes.length).toBeGreaterThanOrEqual(5);
	expect(all.length).toBeGreaterThan(40);
});

test.each(only(({ type }) => type !== 'notice'))('%s is named in Title Case', (_path, { displayName }) => {
	expect([displayName, isTitleCase(displayName)]).toEqual([displayName, true]);
});

test.each(only((property) => choices(property).length > 0))(
	'%s offers choices in Title Case',
	(_path, property) => {
		for (const { name } of choices(property)) expect([name, isTitleCase(name)]).toEqual([name, true]);
	},
);

test.each(only((property) => choices(property).length >= 5))(
	'%s offers them in alphabetical order',
	(_path, property) => {
		const names = choices(property).map(({ name }) => name);
		const numbers = names.every((name) => /^\d/.test(name));
		if (!numbers) expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		else
			expect(choices(property).map(({ value }) => value)).toEqual(
				choices(property)
					.map(({ value }) => value as number)
					.sort((a, b) => a - b),
			);
	},
);

test.each(only(({ type, options }) => type === 'collection' && (options ?? []).length >= 5))(
	'%s holds its settings in alphabetical order',
	(_path, { options }) => {
		const names = (options as INodeProperties[]).map(({ displayName }) => displayName);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	},
);

test.each(only(({ type, placeholder }) => placeholder !== undefined && !/ollection$/.test(type)))(
	'the placeholder of %s is an example',
	(_path, { placeholder }) => expect(placeholder).toMatch(/^e\.g\. /),
);

test.each(only(({ type }) => type === 'boolean'))('%s says "Whether"', (_path, { description }) =>
	expect(description).toMatch(/^Whether /),
);

const texts: [string, string][] = all.flatMap(({ path, property }) => [
	...[property.description, property.hint]
		.filter((text) => text !== undefined)
		.map((text): [string, string] => [path, text]),
	...choices(property)
		.filter(({ description }) => description !== undefined)
		.map(({ name, description }): [string, string] => [`${path} = ${name}`, description as string]),
	...(property.type === 'notice' ? [[path, property.displayName] as [string, string]] : []),
]);
const nodeTexts: [string, string][] = nodes.map(({ description: { name, description } }) => [
	name,
	description,
]);

test.each([...texts, ...nodeTexts])('%s ends as n8n has it: %s', (_path, text) => {
	expect(text.trim()).toBe(text);
	if (isOneSentence(text)) expect(text).not.toMatch(/\.$/);
	else expect(text).toMatch(/[.!?]$/);
});

test.each(nodes.map(({ description }): [string, typeof description] => [description.name, description]))(
	'%s is presented as n8n asks for',
	(name, { displayName, icon, subtitle, inputs, group, defaults, codex }) => {
		expect(codex).toBeUndefined();
		expect(isTitleCase(displayName)).toBe(true);
		expect(displayName).not.toMatch(/\bnode\b/i);
		expect(defaults.name).toBe(displayName);
		expect(subtitle).toBeTruthy();
		expect(icon).toEqual({ light: `file:${name}.svg`, dark: `file:${name}.dark.svg` });
		const isTrigger = group.includes('trigger');
		expect(displayName.endsWith('Trigger')).toBe(isTrigger);
		if (isTrigger) expect(inputs).toEqual([]);
	},
);

test.each(only((property) => property.name === 'operation'))(
	'%s describes each operation',
	(_path, { options }) => {
		for (const { value, action, description } of options as INodePropertyOptions[]) {
			expect(value).toMatch(/^[a-z][a-zA-Z]*$/);
			expect(action).toMatch(/^[A-Z][^A-Z]*( [A-Z]*[^A-Z]*)*$/);
			expect(description).toBeTruthy();
		}
	},
);

test.each(
	only(({ typeOptions, name }) => typeOptions?.password === true || /token|secret|key|password/i.test(name)),
)('%s is kept from view', (_path, { typeOptions, type }) => {
	if (type === 'string') expect(typeOptions?.password).toBe(true);
});

test.each(credentials.map((credential): [string, typeof credential] => [credential.name, credential]))(
	'the credential %s says what it is, where to read on, and can be tested',
	(name, { displayName, documentationUrl, icon, test: tested }) => {
		expect(name).toMatch(/Api$/);
		expect(displayName).toMatch(/ API$/);
		expect(documentationUrl).toMatch(/^https:\/\//);
		expect(icon).toBeTruthy();
		const testedByNode = nodes.some(({ description }) =>
			description.credentials?.some((one) => one.name === name && one.testedBy),
		);
		expect(tested !== undefined || testedByNode).toBe(true);
	},
);
