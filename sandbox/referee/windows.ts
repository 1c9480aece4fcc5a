import type { Conversation } from '../ledger.ts';
import type { Channel } from '../world.ts';

const hour = 3_600_000;
export const windowMs = 24 * hour;
const entryPointMs = 72 * hour;

// Which customer actions open the 24 h window, per channel, by Meta's rules. Meta does not say whether a WhatsApp
// reaction does: it is taken as not opening.
const opening: Record<Channel, readonly string[]> = {
	whatsapp: ['message', 'button', 'referral', 'call'],
	messenger: ['message', 'button', 'postback', 'reaction', 'referral'],
	instagram: ['message', 'button', 'postback', 'reaction', 'referral'],
};

/** Whether this customer action opens the messaging window on this channel. */
export function opensWindow(channel: Channel, action: string): boolean {
	return opening[channel].includes(action);
}

/** Notes a customer action; the window only ever moves forward, by the time the action happened. */
export function noteAction(conversation: Conversation, action: string, at: number): void {
	if (!opensWindow(conversation.channel, action)) return;
	if (conversation.windowOpenedAt !== null && conversation.windowOpenedAt >= at) return;
	conversation.windowOpenedAt = at;
	conversation.windowOpenedBy = action;
}

/** Whether free-form messages are allowed at this moment. */
export function windowOpen(conversation: Conversation | undefined, now: number): boolean {
	const openedAt = conversation?.windowOpenedAt;
	return typeof openedAt === 'number' && now < openedAt + windowMs;
}

/** When the free entry point of a WhatsApp ad ends, or null when there is none now. It is about price, not about what may be sent. */
export function entryPointEnd(conversation: Conversation, now: number): number | null {
	const answeredAt = conversation.entryPoint?.answeredAt;
	if (typeof answeredAt !== 'number' || now >= answeredAt + entryPointMs) return null;
	return answeredAt + entryPointMs;
}

/** Starts the free entry point with the business's first answer, if it comes within 24 h of the ad message. */
export function noteAnswer(conversation: Conversation, at: number): void {
	const entry = conversation.entryPoint;
	if (entry && entry.answeredAt === null && at < entry.openedAt + windowMs) entry.answeredAt = at;
}

/** The window as the control API shows it. */
export function describeWindow(conversation: Conversation, now: number) {
	const openedAt = conversation.windowOpenedAt;
	return {
		open: windowOpen(conversation, now),
		opensAt: openedAt === null ? null : new Date(openedAt).toISOString(),
		closesAt: openedAt === null ? null : new Date(openedAt + windowMs).toISOString(),
		openedBy: conversation.windowOpenedBy,
	};
}
