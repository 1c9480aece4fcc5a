import type { Conversation } from '../messaging/conversation';
import { messagingWindow } from '../messaging/window';
import type { Chatbot } from './definition';

/** The last safe moment for a free-form message, or undefined when the window is closed already. */
export function latestFreeForm(chatbot: Chatbot, conversation: Conversation, now: Date): Date | undefined {
	const window = messagingWindow(conversation, now);
	if (!window.isOpen || window.closesAt === null) return undefined;
	return new Date(Date.parse(window.closesAt) - chatbot.settings.safetyMarginMinutes * 60_000);
}
