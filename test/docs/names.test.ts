import type { INodeProperties, INodePropertyCollection, INodeTypeDescription } from 'n8n-workflow';
import { credentials, nodes } from '../support/node-types.ts';
import { byName, type Page } from './pages.ts';

/** Emphasised words of a page that are no names in the editor; names of n8n itself. */
const NO_FIELDS = ['AI', 'Ours', 'Estados', 'Test', 'Execute Workflow', 'Import from File', 'Publish'];

const SMALL = /^(a|an|and|as|at|by|for|from|if|in|of|on|or|per|than|the|to|with|n8n)$/;

function namesIn(properties: INodeProperties[]): string[] {
	return properties.flatMap(({ displayName, options }) => [
		displayName,
		...(options ?? []).flatMap((option) => {
			if ('values' in option)
				return [option.displayName, ...namesIn((option as INodePropertyCollection).values)];
			return 'type' in option ? namesIn([option as INodeProperties]) : [option.name];
		}),
	]);
}

/** Names of outputs: a list, or an expression in which they stand in quotes. */
const outputNames = ({ outputs, outputNames: names = [] }: INodeTypeDescription) => [
	...names,
	...(typeof outputs === 'string'
		? [...outputs.matchAll(/["']([A-Z][\w ]*)["']/g)].map((match) => match[1] as string)
		: []),
];

const known = new Set([
	...nodes.flatMap(({ description }) => [
		description.displayName,
		...namesIn(description.properties),
		...outputNames(description),
	]),
	...credentials.flatMap(({ displayName, properties }) => [displayName, ...namesIn(properties)]),
]);
const inSmallLetters = new Map([...known].map((name) => [name.toLowerCase(), name]));

const isTitleCase = (text: string) =>
	text
		.replace(/[()…:,/%]/g, ' ')
		.split(/[\s-]+/)
		.filter(Boolean)
		.every((word, place) => (place > 0 && SMALL.test(word)) || !/^\p{Ll}/u.test(word));

/** The bold words of a page that look like names in the editor; "A → B" are two. A lead-in ends with a full stop or colon. */
function boldNames({ prose }: Page): string[] {
	return [...prose.matchAll(/\*\*([^*\n]+)\*\*/g)]
		.map((match) => match[1] as string)
		.filter((text) => !/[.:?!]$/.test(text))
		.flatMap((text) => text.split(/\s*→\s*/))
		.filter((text) => isTitleCase(text) || inSmallLetters.has(text.toLowerCase()));
}

test('names of outputs are known too', () => {
	for (const name of ['Ended', 'Not Sent', 'Due']) expect(known).toContain(name);
});

test.each(byName)('every field that %s names is in the editor', (_name, page) => {
	const unknown = boldNames(page).filter((name) => !known.has(name) && !NO_FIELDS.includes(name));
	expect([...new Set(unknown)]).toEqual([]);
});
