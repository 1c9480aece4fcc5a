import { parseChatbot } from './parse-chatbot.ts';
import type { ChatbotSettings } from './settings.ts';

/**
 * Checks the settings of a chatbot whose follow-ups stand elsewhere.
 * @throws DefinitionError naming the field as the node calls it.
 */
export function parseSettings(settings: object): ChatbotSettings {
	// Only the settings can be wrong in this.
	const followUps = [{ name: '-', description: '-' }];
	return parseChatbot({ id: '-', stopCondition: '-', followUps, settings }).settings;
}
