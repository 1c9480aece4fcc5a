import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureN8n } from '../../harness/n8n/install.ts';
import { N8N_VERSIONS } from '../../harness/n8n/version.ts';
import { nodesOfTemplates, retiredNodes, type KnownNode } from '../workflows-templates/retired-nodes.ts';
import { onN8n } from './on-n8n.ts';
import { counted, type Result } from './result.ts';

const PACKAGES = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'];

/** Holds the nodes of the templates against those of the newest n8n. */
export async function templateNodes(): Promise<Result> {
	const folder = await onN8n(N8N_VERSIONS[0], async () => await ensureN8n());
	const known = new Map(
		PACKAGES.map((name) => {
			const file = join(folder, 'node_modules', name, 'dist', 'types', 'nodes.json');
			return [name, JSON.parse(readFileSync(file, 'utf8')) as KnownNode[]];
		}),
	);
	const used = nodesOfTemplates();
	const retired = retiredNodes(used, known);
	return counted([
		{
			name: `no template has a node that n8n ${N8N_VERSIONS[0]} has given up`,
			...(retired.length > 0 ? { problem: retired.join('; ') } : { note: `${used.length} nodes` }),
		},
	]);
}
