import { DefinitionError, parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';

/** What is wrong with a definition, in the sentences that its author reads. */
export function problems(input: unknown): string[] {
	try {
		parseChatbot(input);
	} catch (error) {
		if (error instanceof DefinitionError) return error.problems;
		throw error;
	}
	return [];
}
