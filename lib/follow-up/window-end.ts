import type { Conversation } from '../messaging/conversation.ts';
import { windowClosesAt } from '../messaging/window.ts';
import type { Chatbot } from './definition.ts';

/**
 * The last safe moment to plan a free-form message for: what is due then is found and begun with a little later. Undefined
 * when the window is closed already.
 */
export function latestFreeForm(chatbot: Chatbot, conversation: Conversation, now: Date): Date | undefined {
	const closesAt = windowClosesAt(conversation, now);
	const margin = chatbot.settings.safetyMarginMinutes * 60_000 + (chatbot.lookMs ?? 0);
	return closesAt && new Date(closesAt.getTime() - margin);
}
