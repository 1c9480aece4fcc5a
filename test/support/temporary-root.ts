import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'meta-followup-tests-';
/** Where Linux keeps files in memory. Containers may have no more than 64 MB of it, which is too little. */
const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2 ** 30;

/**
 * All that a run of the tests writes lies in one folder, which goes with it: hundreds of files make a folder each, and
 * jest ends its workers without giving them time to clean up. This process and those it starts use it as the temporary one.
 */
export function makeTemporaryRoot(): void {
	const folder = mkdtempSync(join(process.env.TEST_FAST === '1' ? inMemory() : tmpdir(), NAME));
	// PostgreSQL runs as a user of its own and must reach its data inside.
	chmodSync(folder, 0o755);
	process.env.TMPDIR = folder;
}

/** A store waits for the disk with every message; the fast loop leaves that to the slow one, where memory can be had. */
function inMemory(): string {
	try {
		const { bavail, bsize } = statfsSync(MEMORY);
		accessSync(MEMORY, constants.W_OK);
		return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir();
	} catch {
		return tmpdir();
	}
}

/** Removes it, if it was made here. */
export function removeTemporaryRoot(): void {
	const folder = process.env.TMPDIR ?? '';
	if (folder.includes(NAME)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
