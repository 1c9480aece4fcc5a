import type { Conversation } from '../messaging/conversation.ts';
import { windowClosesAt } from '../messaging/window.ts';
import type { Chatbot } from './definition.ts';

/** The last safe moment for a free-form message, or undefined when the window is closed already. */
export function latestFreeForm(chatbot: Chatbot, conversation: Conversation, now: Date): Date | undefined {
	const closesAt = windowClosesAt(conversation, now);
	return closesAt && new Date(closesAt.getTime() - chatbot.settings.safetyMarginMinutes * 60_000);
}
