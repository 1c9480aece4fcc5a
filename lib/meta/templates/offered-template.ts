import type { OfferedTemplate } from '../../follow-up/offered-template.ts';
import { asText } from '../webhook/read.ts';
import { buttonsOf, componentOf, isSendable, type Template } from './template.ts';
import { templateVariables } from './variables.ts';

/** A store keeps these with the chatbot; nobody looks through more, and an account may have 6,000. */
const OFFERED_MOST = 200;

/** The templates that can be sent now, by name, as they are offered to a person. */
export function offeredTemplates(templates: readonly Template[]): OfferedTemplate[] {
	return templates
		.filter(isSendable)
		.map(offeredTemplate)
		.sort((a, b) => (`${a.name}:${a.language}` < `${b.name}:${b.language}` ? -1 : 1))
		.slice(0, OFFERED_MOST);
}

function offeredTemplate(template: Template): OfferedTemplate {
	const { name, language, category } = template;
	const textIn = (type: string) => asText(componentOf(template, type)?.text);
	const [header, footer] = [textIn('HEADER'), textIn('FOOTER')];
	return {
		...{ name, language, category, text: textIn('BODY') ?? '' },
		...(header ? { header } : {}),
		...(footer ? { footer } : {}),
		buttons: buttonsOf(template).flatMap(({ text }) => asText(text) ?? []),
		variables: templateVariables(template).map(({ id, kind, example }) => ({
			...{ id, kind },
			...(example ? { example } : {}),
		})),
	};
}
