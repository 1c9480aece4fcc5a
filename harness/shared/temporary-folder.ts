import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const toRemove = new Set<string>();

// One listener for all folders: with more than ten, Node warns of a leak.
process.on('exit', () => {
	for (const folder of toRemove) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A new folder that is gone when this script ends, unless it is to be kept. */
export function temporaryFolder(purpose: string, keep = false): string {
	const folder = mkdtempSync(join(tmpdir(), `meta-followup-${purpose}-`));
	if (!keep) toRemove.add(folder);
	return folder;
}
