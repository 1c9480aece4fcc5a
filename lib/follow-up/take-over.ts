import type { Conversation } from '../messaging/conversation.ts';
import type { Chatbot } from './definition.ts';

const HOUR_MS = 3_600_000;

interface Facts {
	chatbot: Pick<Chatbot, 'settings'>;
	conversation: Pick<Conversation, 'ownedByOtherSince' | 'lastInboundAt' | 'lastOutboundAt'>;
}

/**
 * From when a follow-up may take the thread from the app that owns it: so many hours after the customer's last word, if
 * nobody has answered that. Undefined where it never may, or where the thread is ours.
 */
export function takeOverFrom({ chatbot, conversation }: Facts): Date | undefined {
	const { takeOverAfterHours } = chatbot.settings;
	const { ownedByOtherSince, lastInboundAt, lastOutboundAt } = conversation;
	if (!ownedByOtherSince || !lastInboundAt || takeOverAfterHours === 0) return undefined;
	const isAnswered = Date.parse(lastOutboundAt ?? '') >= Date.parse(lastInboundAt);
	return isAnswered ? undefined : new Date(Date.parse(lastInboundAt) + takeOverAfterHours * HOUR_MS);
}

/** Whether a message that goes at an instant goes into a thread that another app owns, and may. */
export function takesOver(facts: Facts & { at: Date }): boolean {
	const from = takeOverFrom(facts);
	return from !== undefined && from <= facts.at;
}
