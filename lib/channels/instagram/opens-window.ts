import type { OpensWindow } from '../messenger-platform/webhook/platform.ts';

/**
 * Instagram: which actions of a person open the 24 hours in which a business may answer.
 * Sources: Meta, "Instagram messaging webhooks" and the list shared with Messenger of 2026-05-05; read 2026-11-22.
 */
export const OPENS_WINDOW: OpensWindow = {
	message: true, // with replies to and mentions in stories; a deleted one is not a message
	postback: true, // ice breakers, menu and buttons
	react: true, // "reaction to a message"
	unreact: false, // not on the list
	referral: {
		'IGME-SOURCE-LINK': true, // "ig.me link into an existing thread"
		SHORTLINK: true, // the same link, as other accounts get it
		ADS: false, // only "followed by a message", which is then what opens it
	},
};
