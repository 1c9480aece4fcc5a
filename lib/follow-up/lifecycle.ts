/**
 * States of a scheduled follow-up. The first three are live: at most one live one per conversation and follow-up; what is
 * planned while one is being sent waits until it is over.
 */
export const STATES = [
	'scheduled',
	'claimed',
	'sending',
	'accepted',
	'sent',
	'delivered',
	'read',
	'replied',
	'failed',
	'unknown',
	'ended',
] as const;

export type FollowUpState = (typeof STATES)[number];

export const LIVE_STATES = ['scheduled', 'claimed', 'sending'] as const satisfies readonly FollowUpState[];

/** States in which the message is with Meta or with the customer. */
export const SENT_STATES = [
	'accepted',
	'sent',
	'delivered',
	'read',
] as const satisfies readonly FollowUpState[];

/**
 * Which state may follow which. Webhooks arrive late, twice and out of order, so a state only ever moves forward;
 * `unknown` (the answer was lost) is settled by Meta's own status and never goes back to `scheduled`.
 */
const NEXT: Record<FollowUpState, readonly FollowUpState[]> = {
	scheduled: ['claimed', 'ended'],
	claimed: ['scheduled', 'sending', 'ended'],
	sending: ['accepted', 'sent', 'delivered', 'read', 'replied', 'failed', 'unknown', 'scheduled'],
	accepted: ['sent', 'delivered', 'read', 'replied', 'failed'],
	sent: ['delivered', 'read', 'replied', 'failed'],
	delivered: ['read', 'replied'],
	read: ['replied'],
	replied: [],
	failed: [],
	unknown: ['accepted', 'sent', 'delivered', 'read', 'replied', 'failed'],
	ended: [],
};

/** Tells whether a scheduled follow-up may go from one state to another. */
export function mayBecome(from: FollowUpState, to: FollowUpState): boolean {
	return NEXT[from].includes(to);
}

/** The one way back: a person sends again what ended or failed because something broke; see `isDeadLetter`. */
export function mayBeSentAgain(from: FollowUpState, to: FollowUpState): boolean {
	return (from === 'ended' || from === 'failed') && to === 'scheduled';
}

export function isLive(state: FollowUpState): boolean {
	return (LIVE_STATES as readonly FollowUpState[]).includes(state);
}
