import type { TemplateFact } from '../../follow-up/types.ts';

/** What a chatbot was read from: one node in one version. Given only when its plans are the same for every message. */
export interface ChatbotSource {
	id: string;
	version: string;
	/** What the workflow is called. */
	name?: string;
	/** What was known of its templates then. */
	templates?: readonly TemplateFact[];
}

/** The version of a source that reads a chatbot differently for each message: only its node can plan by it. */
export const DIFFERS = 'differs';

/** Every chatbot in the store, but for those whose plans differ by message; or only these of them, by their IDs. */
export interface RegisteredChatbots {
	only?: readonly string[];
}

/** By whom is planned while a message is recorded: nodes in one version, or what is registered. */
export type PlanBy = readonly ChatbotSource[] | RegisteredChatbots;
