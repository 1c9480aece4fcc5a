import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { fieldLines } from './field-lines.ts';
import type { Descriptions } from './load-descriptions.ts';
import { operationsOf, sharedFields, type Operation } from './operations.ts';
import { pageWords, type PageWords } from './page-words.ts';

/** In the order in which a workflow uses them, not in that of the alphabet. */
const ORDER = [
	'metaMessagingTrigger',
	'followUpEvaluate',
	'followUpSchedule',
	'followUpDueTrigger',
	'metaMessaging',
	'followUpManager',
];

/** The page docs/nodes.md, or docs/nodes.es.md. */
export function nodesPage({ nodes, credentials }: Descriptions, language: 'en' | 'es'): string {
	const words = pageWords[language];
	const place = ({ name }: { name: string }) => ORDER.indexOf(name) + 1 || ORDER.length + 1;
	const parts = [...nodes]
		.sort((a, b) => place(a) - place(b))
		.map((node) => nodePart(node, credentials, words));
	const keys = credentials.map(({ displayName, properties }) =>
		[`### ${displayName}`, fieldLines(properties, properties, words).join('\n')].join('\n\n'),
	);
	return `${[words.head, ...parts, `## ${words.credentials}`, ...keys].join('\n\n')}\n`;
}

function nodePart(node: INodeTypeDescription, known: Descriptions['credentials'], words: PageWords): string {
	const { properties } = node;
	const names = (node.credentials ?? []).map(
		({ name }) => known.find((credential) => credential.name === name)?.displayName ?? name,
	);
	const about = [
		`## ${node.displayName}`,
		`${words.text(node.description)}.`,
		...(names.length > 0 ? [`${words.credentialsOf}: ${[...new Set(names)].join(', ')}.`] : []),
	];
	const operations = operationsOf(properties);
	if (operations.length === 0)
		return [...about, fieldLines(properties, properties, words).join('\n')].join('\n\n');
	const shared = sharedFields(operations, properties, words);
	const heading = `${node.displayName}: ${words.sharedFields}`;
	const parts = operations.flatMap((operation, index) => [
		...(operations[index - 1]?.resource === operation.resource
			? []
			: [`### ${node.displayName}: ${operation.resource}`]),
		operationPart(operation, shared, heading, properties, words),
	]);
	return [...about, `### ${heading}`, [...shared.values()].join('\n'), ...parts].join('\n\n');
}

function operationPart(
	{ resource, name, description, fields }: Operation,
	shared: ReadonlyMap<string, string>,
	heading: string,
	around: readonly INodeProperties[],
	words: PageWords,
): string {
	const blockOf = (field: INodeProperties) => fieldLines([field], around, words).join('\n');
	const isShared = (field: INodeProperties) => shared.get(field.displayName) === blockOf(field);
	const above = fields.filter(isShared).map(({ displayName }) => `**${displayName}**`);
	const anchor = heading.toLowerCase().replaceAll(':', '').replaceAll(' ', '-');
	return [
		`#### ${resource}: ${name}`,
		`${words.text(description).replace(/\.$/, '')}.`,
		[
			...fields.filter((field) => !isShared(field)).map(blockOf),
			...(above.length > 0 ? [`- ${[...new Set(above)].join(', ')}: [${words.above}](#${anchor})`] : []),
		].join('\n') || words.noFields,
	].join('\n\n');
}
