import type { OpensWindow } from '../messenger-platform/webhook/platform.ts';

/**
 * Messenger: which actions of a person open the standard messaging window.
 * Source: Meta, Messenger Platform "Send messages: standard messaging window", its list of 2026-05-05; read 2026-11-22.
 */
export const OPENS_WINDOW: OpensWindow = {
	message: true, // "message to the Page", with stickers, attachments and taps on quick replies
	postback: true, // "click on a call to action, Get Started or the menu in the thread"
	react: true, // "reaction to a message"
	unreact: false, // not on the list
	referral: {
		SHORTLINK: true, // "m.me link into an existing thread"
		ADS: false, // only "followed by a message", which is then what opens it
	},
};
