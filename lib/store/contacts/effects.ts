import type { Prices } from '../accounts/costs.ts';

/** What all events of a delivery share: who we are, and a count of what they changed. */
export interface Effects {
	cancelled: number;
	/** What Meta told of the prices of messages. */
	readonly prices: Prices;
	/** Conversations, by their numbers, whose thread another app gave back or lost. */
	readonly handedBack: Set<number>;
	readonly ownAppIds: readonly string[];
	/** What the business counts as an opt-out besides the usual words. */
	readonly optOutWords: readonly string[];
	/** A chatbot wants voice notes and pictures to be understood. */
	readonly keepsFiles: boolean;
}
