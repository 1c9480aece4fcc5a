import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../harness/demo/options.ts';
import { PROJECT_DIR } from '../../harness/shared/project.ts';

/** What a package of n8n says of one of its nodes (dist/types/nodes.json). */
export interface KnownNode {
	name: string;
	displayName: string;
	description?: string;
	version: number | number[];
	/** Cannot be added any more; workflows that have it go on. */
	hidden?: boolean;
	/** From 2.42.6 on n8n refuses to publish a workflow with such a node. */
	deprecated?: unknown;
}

export interface UsedNode {
	file: string;
	type: string;
	typeVersion: number;
}

/** Every node of every template that comes from n8n itself. */
export function nodesOfTemplates(): UsedNode[] {
	return LANGUAGES.flatMap((language) => {
		const folder = join(PROJECT_DIR, 'workflows-templates', language);
		return readdirSync(folder)
			.filter((name) => name.endsWith('.json'))
			.flatMap((name) => {
				const { nodes } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { nodes: UsedNode[] };
				return nodes
					.filter(({ type }) => !type.startsWith('n8n-nodes-meta-followup.'))
					.map(({ type, typeVersion }) => ({ file: `${language}/${name}`, type, typeVersion }));
			});
	});
}

/** What is wrong with the used nodes: n8n does not know them, hides them or calls them deprecated. */
export function retiredNodes(used: UsedNode[], known: Map<string, KnownNode[]>): string[] {
	return used.flatMap(({ file, type, typeVersion }) => {
		const point = type.lastIndexOf('.');
		const versions = known.get(type.slice(0, point))?.filter(({ name }) => name === type.slice(point + 1));
		const found = versions?.find(({ version }) => [version].flat().includes(typeVersion));
		const problem = found ? problemOf(found) : 'is not there';
		return problem ? [`${file}: ${type} ${typeVersion} ${problem}`] : [];
	});
}

function problemOf({ displayName, description = '', hidden, deprecated }: KnownNode): string | undefined {
	if (deprecated) return 'is deprecated';
	if (hidden) return 'cannot be added any more';
	return /deprecat/i.test(`${displayName} ${description}`) ? 'is said to be deprecated' : undefined;
}
