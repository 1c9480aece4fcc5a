import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, npmStatus } from './npm.mjs';
import { SetupError } from './setup-error.mjs';

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Installs the project's dependencies, unless they are there as package-lock.json names them. */
export function ensureNodeModules(root, words) {
	const reason = whatIsMissing(root, words);
	if (!reason) return;
	console.error(words.installing.replace('{reason}', () => reason));
	if (npmStatus(root, ['ci', ...QUIET]) !== 0) installWithoutCi(root, words);
	writeFileSync(stampFile(root), lockHash(root));
}

/**
 * npm 11 and 12 refuse "npm ci" where a registry does not serve the optional packages of other systems (npm/cli#9846).
 * "npm install" takes the same versions from the lock file; without saving it leaves that file as it is.
 */
function installWithoutCi(root, words) {
	const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const locked = packagesIn(join(root, 'package-lock.json'))[''].devDependencies;
	if (JSON.stringify(devDependencies) !== JSON.stringify(locked)) {
		throw new SetupError(
			'package.json and package-lock.json name different packages. Run npm install and commit both files.',
		);
	}
	console.error(words.otherWay);
	npm(root, ['install', '--no-save', ...QUIET], words.wayOut);
}

/**
 * Our own stamp is written after npm has ended well. The comparison with the list that npm leaves in node_modules, as its
 * last step, saves those who have just run "npm ci" or "npm install" themselves from waiting for a second one.
 */
function whatIsMissing(root, words) {
	const installedFile = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(installedFile)) return words.missing;
	if (existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === lockHash(root))
		return undefined;
	const wanted = packagesIn(join(root, 'package-lock.json'));
	const installed = packagesIn(installedFile);
	const different = Object.keys(wanted).find(
		(place) => place !== '' && differs(wanted[place], installed[place]),
	);
	return different ? words.different.replace('{place}', () => different) : undefined;
}

function stampFile(root) {
	return join(root, 'node_modules', '.meta-followup-installed');
}

function lockHash(root) {
	return createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
}

function differs(wanted, installed) {
	// Optional packages are left out where they do not fit the machine.
	if (!installed) return !wanted.optional && !wanted.devOptional && !wanted.extraneous;
	return wanted.version !== installed.version;
}

function packagesIn(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages;
}
