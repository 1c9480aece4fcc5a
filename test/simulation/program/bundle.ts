import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { LeftOut } from '../broken-rule.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { CliError } from '../../../harness/shared/cli-error.ts';

/** Bundles a file of the simulation with the engine, which is written for a bundler; without a piece of it if asked. */
export async function bundle(entry: string, outfile: string, leftOut?: LeftOut): Promise<void> {
	await build({
		...{ entryPoints: [join(PROJECT_DIR, 'test', 'simulation', entry)], outfile },
		...{ bundle: true, platform: 'node', format: 'cjs', logLevel: 'error', external: ['pg-native'] },
		// Beside its folder stand the phrases in which customers refuse.
		define: { 'import.meta.dirname': JSON.stringify(join(PROJECT_DIR, 'test', 'simulation')) },
		plugins: leftOut ? [without(leftOut)] : [],
	});
}

function without({ file, text, instead = '' }: LeftOut): Plugin {
	const path = join(PROJECT_DIR, file);
	return {
		name: 'without-a-piece',
		setup({ onLoad }) {
			onLoad({ filter: /\.ts$/ }, (args) => {
				if (args.path !== path) return undefined;
				const source = readFileSync(path, 'utf8');
				if (!source.includes(text))
					throw new CliError(
						`${file} has changed, so what test/simulation/broken-rule.ts leaves out of it is not there any more. Bring the text there up to date.`,
					);
				return { contents: source.replace(text, instead), loader: 'ts' };
			});
		},
	};
}
