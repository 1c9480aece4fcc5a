import type { ReadMark } from '../../meta/send/outgoing.ts';

/** Messenger and Instagram mark the whole thread. */
export function threadReadBodies({ conversation, typing }: ReadMark): object[] {
	const recipient = { id: conversation.contact.id };
	return [
		{ recipient, sender_action: 'mark_seen' },
		...(typing ? [{ recipient, sender_action: 'typing_on' }] : []),
	];
}
