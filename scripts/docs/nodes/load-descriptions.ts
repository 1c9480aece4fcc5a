import { createRequire } from 'node:module';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import type { ICredentialType, INodeType, INodeTypeDescription } from 'n8n-workflow';

/** Everything the editor shows of the package. */
export interface Descriptions {
	nodes: INodeTypeDescription[];
	credentials: ICredentialType[];
}

/**
 * The descriptions of all nodes and credentials, from the source as it is now. Node cannot load it as it is (it uses more
 * of TypeScript than types), so it is bundled in memory: half a second, and no build has to exist.
 */
export async function loadDescriptions(root: string): Promise<Descriptions> {
	const files = globSync(['nodes/*/*.node.ts', 'credentials/*.credentials.ts'], { cwd: root }).sort();
	const { outputFiles } = await build({
		stdin: {
			contents: files.map((file) => `export * from './${file}';`).join('\n'),
			resolveDir: root,
			loader: 'ts',
		},
		bundle: true,
		platform: 'node',
		format: 'cjs',
		write: false,
		external: ['n8n-workflow', 'pg-native', 'pg-cloudflare'],
	});
	const module = { exports: {} as Record<string, new () => INodeType | ICredentialType> };
	const run = compileFunction(outputFiles[0]?.text ?? '', ['require', 'module', 'exports']) as (
		...given: unknown[]
	) => void;
	run(createRequire(join(root, 'package.json')), module, module.exports);
	const all = Object.values(module.exports).map((Type) => new Type());
	return {
		nodes: all.flatMap((one) => ('description' in one ? [one.description] : [])),
		credentials: all.flatMap((one) => ('description' in one ? [] : [one])),
	};
}
