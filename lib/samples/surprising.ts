import type { ParsedWebhook } from '../channels/parse-webhook.ts';

/** Whether something in a delivery was not understood: a part was left out, or a message is of a type that is not known. */
export function isSurprising({ events, ignored }: Pick<ParsedWebhook, 'events' | 'ignored'>): boolean {
	return ignored.length > 0 || events.some(({ unknownType }) => unknownType === true);
}
