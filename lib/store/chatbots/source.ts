import type { TemplateFact } from '../../follow-up/types.ts';

/** What a chatbot was read from: one node in one version. Given only when its plans are the same for every message. */
export interface ChatbotSource {
	id: string;
	version: string;
	/** What was known of its templates then. */
	templates?: readonly TemplateFact[];
}
