import type { Chatbot, FollowUpDefinition } from '../follow-up/definition.ts';
import { DefinitionError } from '../follow-up/parse-chatbot.ts';
import { CHANNEL_FACTS } from '../messaging/channels/index.ts';

/**
 * Without a model nobody can write a text or choose a moment.
 * @throws DefinitionError naming every active follow-up that wants either.
 */
export function requireNoModel({ followUps }: Chatbot): void {
	const problems = followUps.filter(({ active }) => active).flatMap(problemsOf);
	if (problems.length > 0) throw new DefinitionError(problems);
}

function problemsOf(followUp: FollowUpDefinition): string[] {
	const label = `Follow-up "${followUp.name}":`;
	const choose = 'or choose a model under Decide By';
	return [
		...(followUp.messageSource === 'ai' && !isAlwaysATemplate(followUp)
			? [`${label} Message is "Written by AI", and Decide By is Rules Only; choose Fixed Text, ${choose}`]
			: []),
		...(followUp.timing === 'ai'
			? [`${label} Timing is "Let AI Decide", and Decide By is Rules Only; choose Fixed Delay, ${choose}`]
			: []),
	];
}

/** After the window's length only the template can go, so no text is ever written. */
function isAlwaysATemplate({ platforms, template, delayMs }: FollowUpDefinition): boolean {
	return (
		template !== undefined &&
		platforms.every((channel) => {
			const { hasTemplates, windowMs } = CHANNEL_FACTS[channel];
			return hasTemplates && delayMs >= windowMs;
		})
	);
}
