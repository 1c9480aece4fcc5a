/**
 * WhatsApp: the customer service window opens, or starts again, when the customer messages or calls the business.
 * Source: Meta, Cloud API "Send messages: customer service windows" and "Calling: user-initiated calls"; read 2026-11-22.
 * What Meta does not name does not open it: `reaction` is not stated anywhere, `unsupported` is a user action of unknown
 * kind, `system` is not a message.
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
	unsupported: false,
	system: false,
};

/** Whether a message of this type opens the window; unknown types never do. */
export function messageOpensWindow(type: string): boolean {
	return Object.hasOwn(OPENS, type) && OPENS[type] === true;
}
