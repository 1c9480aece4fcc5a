import type { Chatbot, FollowUpDefinition } from '../follow-up/definition.ts';

/** Stands for a text that only a model could write; it never leaves the simulation. */
const UNWRITTEN = '…';

/** The chatbot as far as rules alone can tell: everything fits, texts stay unwritten, and the fallback delay counts. */
export function withoutModel(chatbot: Chatbot): Chatbot {
	return { ...chatbot, followUps: chatbot.followUps.map(byRules) };
}

function byRules(followUp: FollowUpDefinition): FollowUpDefinition {
	if (!wantsModel(followUp)) return followUp;
	const message = followUp.messageSource === 'ai' ? UNWRITTEN : followUp.message;
	return { ...followUp, timing: 'manual', messageSource: 'fixed', message };
}

/** Whether a text or a moment of this follow-up is for a model to choose. */
export function wantsModel({ timing, messageSource }: FollowUpDefinition): boolean {
	return timing === 'ai' || messageSource === 'ai';
}
