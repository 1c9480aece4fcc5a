import type { IWebhookFunctions } from 'n8n-workflow';
import type { Listener, MessagingEvent, Store } from '../../lib/index.ts';

/** Events whose run is being started by this process, until Meta's 200 is out and noted. */
const inFlight = new Set<string>();

const keyOf = (listener: Listener, { kind, id }: MessagingEvent): string => `${listener.id}|${kind}|${id}`;

/**
 * Whether a repeated delivery can be told "taken". It cannot if its events were recorded, their run was not confirmed, and
 * this process is not at it: then n8n ended in between, and Meta has to deliver once more. The store is asked again because
 * the first delivery may have been answered since this one was recorded, e.g. while it was passed on.
 */
export async function isTaken(
	store: Store,
	listener: Listener,
	unanswered: MessagingEvent[],
): Promise<boolean> {
	const open = unanswered.filter((event) => !inFlight.has(keyOf(listener, event)));
	return open.length === 0 || (await store.unanswered(open, listener.id)).length === 0;
}

/**
 * Notes in the store that Meta got its answer, as soon as it is out: n8n answers when the run is started. Whatever the
 * answer says: it may ask for a repetition on behalf of another workflow, while this one has its run.
 */
export function confirmWhenAnswered(
	context: IWebhookFunctions,
	store: Store,
	listener: Listener,
	events: MessagingEvent[],
): void {
	const response = context.getResponseObject();
	const keys = events.map((event) => keyOf(listener, event));
	for (const key of keys) inFlight.add(key);
	const settle = (): void => {
		for (const key of keys) inFlight.delete(key);
	};
	response.once('finish', () => {
		store
			.now()
			.then(async (now) => await store.markAnswered(events, listener.id, now))
			.catch((error: Error) =>
				context.logger.warn(
					`That Meta got its answer could not be noted; a repetition would start the workflow again: ${error.message}`,
				),
			)
			.finally(settle);
	});
	response.once('close', () => {
		if (!response.writableFinished) settle();
	});
}
