import { lock } from 'proper-lockfile';
import { CliError } from '../shared/cli-error.ts';

const ALIVE_EVERY_MS = 5_000;
/** A lock nobody touched for so long was left behind by a process that was killed. */
const STALE_AFTER_MS = 60_000;
const AGAIN_AFTER_MS = 2_000;

/** Does something while holding a lock (a folder), so that two processes on one machine never do it at once. */
export async function withLock<T>(
	folder: string,
	{ patienceMs, onWait, action }: { patienceMs: number; onWait: () => void; action: () => Promise<T> },
): Promise<T> {
	const attempt = async (retries: number) =>
		await lock(folder, {
			...{ lockfilePath: folder, realpath: false, update: ALIVE_EVERY_MS, stale: STALE_AFTER_MS },
			...{ retries: { retries, factor: 1, minTimeout: AGAIN_AFTER_MS, maxTimeout: AGAIN_AFTER_MS } },
			// What is being done goes on: breaking it off would leave more behind than two that do the same.
			onCompromised: ({ message }) => console.error(`The lock ${folder} is not held any more: ${message}`),
		});
	const release = await attempt(0).catch(async (error: unknown) => {
		if (!isHeld(error)) throw error;
		onWait();
		return await attempt(Math.ceil(patienceMs / AGAIN_AFTER_MS)).catch((late: unknown) => {
			if (!isHeld(late)) throw late;
			throw new CliError(
				`Another process has held ${folder} for ${Math.round(patienceMs / 60_000)} minutes. If none is running, remove that folder and try again.`,
			);
		});
	});
	try {
		return await action();
	} finally {
		await release().catch(({ message }: Error) =>
			console.error(`The lock ${folder} could not be given back: ${message}`),
		);
	}
}

const isHeld = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ELOCKED';
