import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'meta-followup-tests-';

/**
 * All that a run of the tests writes lies in one folder, which goes with it: hundreds of files make a folder each, and
 * jest ends its workers without giving them time to clean up. This process and those it starts use it as the temporary one.
 */
export function makeTemporaryRoot(): void {
	const folder = mkdtempSync(join(tmpdir(), NAME));
	// PostgreSQL runs as a user of its own and must reach its data inside.
	chmodSync(folder, 0o755);
	process.env.TMPDIR = folder;
}

/** Removes it, if it was made here. */
export function removeTemporaryRoot(): void {
	const folder = process.env.TMPDIR ?? '';
	if (folder.includes(NAME)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
