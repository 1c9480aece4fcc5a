import { DefinitionError, ModelConfigurationError, type Claim, type Store } from '../../lib/index.ts';

/** Long enough that failing runs do not fill the execution list, short enough that a mended setting shows soon. */
const RETRY_MS = 5 * 60_000;

/**
 * Gives what was taken up and not decided or sent back to the queue. A setting that a person has to mend does not use up
 * attempts: however long it takes, nothing is lost while its window allows.
 */
export async function giveBackLater(
	store: Store,
	claims: Claim[],
	error: unknown,
	needsAPerson = isSetting(error),
): Promise<void> {
	if (claims.length === 0) return;
	const now = await store.now();
	await store.release(
		claims,
		{
			retryAt: new Date(now.getTime() + RETRY_MS),
			countsAsAttempt: !needsAPerson,
			why: `The run that had taken it up did not finish: ${(error as Error).message}`,
		},
		now,
	);
}

/** Whether only a person can mend it, in the node or in the credential of the model. */
export function isSetting(error: unknown): boolean {
	return error instanceof DefinitionError || error instanceof ModelConfigurationError;
}
