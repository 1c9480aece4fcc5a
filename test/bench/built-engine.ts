import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT_DIR } from '../../harness/shared/project.ts';

export type Engine = typeof import('../../lib/index.ts');
export type Store = Awaited<ReturnType<Engine['openStore']>>;

/** The engine as it is published: one bundled file. */
export function builtEngine(): Engine {
	return createRequire(import.meta.url)(join(PROJECT_DIR, 'dist', 'lib', 'index.js')) as Engine;
}
