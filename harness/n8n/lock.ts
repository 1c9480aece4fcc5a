import { rmSync } from 'node:fs';
import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../shared/cli-error.ts';

const ALIVE_EVERY_MS = 5_000;
/** A lock nobody touched for so long was left behind by a process that was killed. */
const STALE_AFTER_MS = 60_000;

/** Does something while holding a lock (a folder), so that two processes on one machine never do it at once. */
export async function withLock<T>(
	folder: string,
	{ patienceMs, onWait, action }: { patienceMs: number; onWait: () => void; action: () => Promise<T> },
): Promise<T> {
	const giveUpAt = Date.now() + patienceMs;
	while (!(await taken(folder))) {
		if (Date.now() > giveUpAt) {
			throw new CliError(
				`Another process has held ${folder} for ${Math.round(patienceMs / 60_000)} minutes. If none is running, remove that folder and try again.`,
			);
		}
		onWait();
		await sleep(2_000);
	}
	const alive = setInterval(() => {
		const now = new Date();
		utimes(folder, now, now).catch((error: Error) =>
			console.error(`The lock ${folder} could not be refreshed: ${error.message}`),
		);
	}, ALIVE_EVERY_MS);
	const release = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', release);
	try {
		return await action();
	} finally {
		clearInterval(alive);
		process.off('exit', release);
		release();
	}
}

async function taken(folder: string): Promise<boolean> {
	try {
		await mkdir(folder);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	const found = await stat(folder).catch(() => undefined);
	if (found && Date.now() - found.mtimeMs > STALE_AFTER_MS)
		await rm(folder, { recursive: true, force: true });
	return false;
}
