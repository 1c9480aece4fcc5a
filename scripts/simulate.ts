import { join } from 'node:path';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { PROJECT_DIR } from './shared/project.ts';

/**
 * Thousands of random customers over virtual days, with outages, late and repeated webhooks, and a referee that knows
 * nothing of the engine: npm run simulate -- --conversations 20000 --seed 1 [--days 30] [--break rule]
 */
const { values } = parseArgs({
	options: {
		conversations: { type: 'string', default: '2000' },
		seed: { type: 'string', default: '1' },
		days: { type: 'string', default: '30' },
		break: { type: 'string' },
	},
});

function whole(name: 'conversations' | 'seed' | 'days'): number {
	const value = Number(values[name]);
	if (Number.isInteger(value) && value > 0) return value;
	console.error(`--${name} must be a whole number above 0, not "${values[name]}"`);
	process.exit(2);
}

const outfile = join(PROJECT_DIR, 'node_modules', '.cache', `simulation-${process.pid}.cjs`);
await build({
	stdin: {
		contents:
			"export { simulate } from './test/simulation/simulate'; export { RULES } from './lib/follow-up/rules';",
		resolveDir: PROJECT_DIR,
	},
	...{
		bundle: true,
		platform: 'node',
		format: 'cjs',
		outfile,
		sourcemap: false,
		external: ['pg-native'],
		logLevel: 'error',
	},
});
const bundled = createRequire(import.meta.url)(outfile) as {
	simulate: (options: object) => Promise<{ counts: [string, number][]; violations: string[] }>;
	RULES: Record<string, unknown>;
};

if (values.break !== undefined && !(values.break in bundled.RULES)) {
	console.error(`There is no rule "${values.break}"; there are: ${Object.keys(bundled.RULES).join(', ')}`);
	process.exit(2);
}
const options = { conversations: whole('conversations'), seed: whole('seed'), days: whole('days') };
const began = performance.now();
const { counts, violations } = await bundled.simulate({ ...options, without: values.break });
for (const [what, count] of counts) console.log(`${String(count).padStart(9)}  ${what}`);
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(
	`\n${options.conversations} conversations over ${options.days} days, seed ${options.seed}, in ${seconds} s`,
);
for (const violation of violations.slice(0, 10)) console.log(`  ${violation}`);
console.log(violations.length === 0 ? 'No violation' : `${violations.length} violations`);
if (violations.length > 0) process.exitCode = 1;
