// Runs a command of this project on the Node it was made for: node scripts/run.mjs <command> [arguments …]
// Plain JavaScript without dependencies, because it runs before anything is installed and on the machine's own Node (18 or newer).
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { ensureProjectNode } from './setup/project-node.mjs';
import { projectEnvironment } from './setup/environment.mjs';
import { runToTheEnd } from './setup/run-to-the-end.mjs';
import { SetupError } from './setup/setup-error.mjs';
import { wordsFor } from './setup/words.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [command, ...args] = process.argv.slice(2);

try {
	if (!command)
		throw new SetupError('No command was given. Use it as: node scripts/run.mjs <command> [arguments …]');
	const words = wordsFor(args);
	ensureNodeModules(root, words);
	ensureProjectNode(root, words);
	process.exitCode = await runToTheEnd(command, args, { env: projectEnvironment(root) });
} catch (error) {
	if (!(error instanceof SetupError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
