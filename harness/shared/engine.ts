import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT_DIR } from './project.ts';
import { build } from './build.ts';
import { existsSync } from 'node:fs';

/** What `lib/index.ts` exports. */
export type Engine = typeof import('../../lib/index.ts');

const ENGINE = join(PROJECT_DIR, 'dist', 'lib', 'index.js');

/** The built engine; built first if it is not there. */
export async function loadEngine(): Promise<Engine> {
	if (!existsSync(ENGINE)) await build();
	return createRequire(import.meta.url)(ENGINE) as Engine;
}
