import type { TranscriptMessage } from '../messaging/conversation.ts';
import type { MessagingEvent } from '../messaging/messaging-event.ts';
import type { PastConversation } from './types.ts';

/** What happened in the conversation, as Meta's webhooks told it: the customer's messages and those of the business. */
export function eventsOf({ facts, messages }: PastConversation): MessagingEvent[] {
	return messages
		.filter(isKept)
		.map((message) => eventOf(facts, message))
		.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Follow-ups of the past stay out: those of now stand in their place. A note was said to nobody. */
function isKept({ from, by, type }: TranscriptMessage): boolean {
	return from === 'customer' || (by !== 'follow_up' && type !== 'handover_note');
}

function eventOf(
	facts: PastConversation['facts'],
	{ id, at, type, text, from, by }: TranscriptMessage,
): MessagingEvent {
	const isFreeEntry = from === 'customer' && facts.freeEntryAt === at;
	const message = {
		...{ id, type, ...(text === undefined ? {} : { text }) },
		...(isFreeEntry ? { referral: {} } : {}),
	};
	const { channel, account, contact, ownedByOtherSince } = facts;
	const about = { id, channel, account, contact, at, message, raw: {} };
	const isListening = ownedByOtherSince !== undefined && Date.parse(at) >= Date.parse(ownedByOtherSince);
	if (from === 'business')
		return {
			...about,
			kind: isListening ? 'standby' : 'echo',
			opensWindow: false,
			echo: { by: by === 'person' ? 'person' : 'application' },
		};
	// A heart on a message answers nothing and begins no silence.
	return type === 'reaction'
		? { ...about, kind: 'reaction', opensWindow: false }
		: { ...about, kind: isListening ? 'standby' : 'message', opensWindow: true };
}
