/**
 * WhatsApp: the customer service window opens, or starts again, when the customer messages or calls the business.
 * Source: Meta, Cloud API "Send messages: customer service windows" and "Calling: user-initiated calls"; read 2026-11-22.
 * What Meta does not name does not open it: `reaction` is not stated anywhere, `unsupported` is a user action of unknown
 * kind, `system` is not a message. Where the thread is another app's, a message still is one to the business's number.
 */
const OPENS: Record<string, boolean> = {
	text: true,
	image: true,
	audio: true,
	video: true,
	document: true,
	sticker: true,
	location: true,
	contacts: true,
	interactive: true, // replies to our buttons, lists and flows
	button: true, // tap on a template's quick reply
	order: true,
	reaction: false,
	unsupported: false, // something the customer sent, but nobody knows what
	unknown: false, // as Meta called it before
	system: false,
};

/** Types that are something a customer said. `request_welcome` only tells that somebody opened the chat. */
const SAID = Object.keys(OPENS).filter((type) => type !== 'reaction' && type !== 'system');

/** Whether a message of this type opens the window; unknown types never do. */
export function messageOpensWindow(type: string): boolean {
	return Object.hasOwn(OPENS, type) && OPENS[type] === true;
}

/** Whether a message of this type is something the customer said: a type that nobody knows yet is not taken for it. */
export function isSaid(type: string): boolean {
	return SAID.includes(type);
}

/** Whether nobody knows this type yet: words in it are the customer's, and nothing more is concluded from it. */
export function isUnknown(type: string): boolean {
	return type !== 'request_welcome' && !Object.hasOwn(OPENS, type);
}
