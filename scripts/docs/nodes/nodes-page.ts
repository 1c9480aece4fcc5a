import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { fieldLines } from './field-lines.ts';
import type { Descriptions } from './load-descriptions.ts';
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
	const resource = properties.find(({ name }) => name === 'resource');
	if (resource === undefined)
		return [...about, fieldLines(properties, properties, words).join('\n')].join('\n\n');
	const general = properties.filter(
		(field) => field !== resource && field.displayOptions?.show?.resource === undefined,
	);
	return [
		...about,
		...(general.length > 0
			? [`### ${words.fieldsOfAll}`, fieldLines(general, properties, words).join('\n')]
			: []),
		...(resource.options as INodePropertyOptions[]).flatMap(({ name, value }) =>
			resourcePart(node.displayName, name, String(value), properties, words),
		),
	].join('\n\n');
}

function resourcePart(
	node: string,
	name: string,
	resource: string,
	properties: INodeProperties[],
	words: PageWords,
): string[] {
	const own = properties.filter((field) => field.displayOptions?.show?.resource?.includes(resource));
	const operations = own
		.filter((field) => field.name === 'operation')
		.flatMap(({ options }) => options as INodePropertyOptions[]);
	return [
		`### ${node}: ${name}`,
		...operations.flatMap(({ name: title, value, description }) => {
			const fields = own.filter(({ name: field, displayOptions }) => {
				const wanted = displayOptions?.show?.operation;
				return field !== 'operation' && (wanted === undefined || wanted.includes(value as string));
			});
			return [
				`#### ${name}: ${title}`,
				`${words.text(description ?? '').replace(/\.$/, '')}.`,
				fields.length === 0 ? words.noFields : fieldLines(fields, properties, words).join('\n'),
			];
		}),
	];
}
