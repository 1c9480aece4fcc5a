import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that is gone when this script ends, unless it is to be kept. */
export function temporaryFolder(purpose: string, keep = false): string {
	const folder = mkdtempSync(join(tmpdir(), `meta-followup-${purpose}-`));
	if (!keep) process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}
