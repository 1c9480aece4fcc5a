import type { Chatbot } from './definition.ts';
import type { TemplateFact } from './types.ts';

/** A template that the account does not have (any more); Meta has no word for it. */
const MISSING = 'MISSING';

/**
 * What is known of the templates that a chatbot uses, once all templates of the account have been read: one that is not
 * among them is missing, which Meta would refuse (132001).
 */
export function factsOfChosen(chatbot: Chatbot, account: readonly TemplateFact[]): TemplateFact[] {
	return chatbot.followUps.flatMap(({ template }) => {
		if (!template) return [];
		const { name, language } = template;
		return [findTemplateFact(account, name, language) ?? { name, language, status: MISSING }];
	});
}

/** The chatbot with the categories its templates have at Meta: Meta may move a template to another one, and prices it so. */
export function withKnownCategories(chatbot: Chatbot, account: readonly TemplateFact[]): Chatbot {
	return {
		...chatbot,
		followUps: chatbot.followUps.map((followUp) => {
			const { template } = followUp;
			const category = template && findTemplateFact(account, template.name, template.language)?.category;
			return template && category ? { ...followUp, template: { ...template, category } } : followUp;
		}),
	};
}

/** The template of that name and language; webhooks of Meta write en-US where sending needs en_US. */
export function findTemplateFact(
	account: readonly TemplateFact[],
	name: string,
	language: string,
): TemplateFact | undefined {
	return account.find((one) => one.name === name && one.language.replace('-', '_') === language);
}
