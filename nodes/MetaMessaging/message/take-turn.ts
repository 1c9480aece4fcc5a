import { sleep } from 'n8n-workflow';
import type { Conversation, Outgoing, Store } from '../../../lib/index.ts';

/** Longer than this nobody waits inside a run: the message goes back to the queue, or the user is told. */
const MOST_WAIT_MS = 20_000;

/**
 * Waits until Meta's rate limits let a message go; all runs and processes share the turns.
 * @returns undefined when it may go now, else how long it would still have to wait.
 */
export async function waitForTurn(
	store: Store,
	{ channel, account, contact }: Pick<Conversation, 'channel' | 'account' | 'contact'>,
	content: Outgoing,
	perSecond?: number,
): Promise<number | undefined> {
	const isMedia = content.kind === 'media' && (content.type === 'audio' || content.type === 'video');
	for (let left = MOST_WAIT_MS; ; ) {
		const request = { channel, account, contact: contact.id, isMedia, mostWaitMs: left };
		const { waitMs, taken } = await store.takeTurn(
			{ ...request, ...(perSecond ? { perSecond } : {}) },
			await store.now(),
		);
		if (!taken && waitMs > left) return waitMs;
		if (waitMs > 0) await sleep(waitMs);
		if (taken) return undefined;
		left -= waitMs;
	}
}
