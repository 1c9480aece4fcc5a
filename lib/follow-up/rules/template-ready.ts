import { templateAt } from '../message-kind.ts';
import { reason } from '../reasons/index.ts';
import type { TemplateContent, TemplateHeader } from '../types.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * What Meta would refuse anyway: a template that is not approved at this moment, or one with an empty variable (132000).
 *
 * es: Lo que Meta rechazaría de todos modos: una plantilla que no está aprobada en este momento, o una con una variable
 * vacía (132000).
 */
export const templateReady: Rule = (facts) => {
	const template = templateAt(facts);
	if (!template) return ALLOW;
	const known = facts.templates?.find(
		({ name, language }) => name === template.name && language.replace('-', '_') === template.language,
	);
	if (known && known.status.toUpperCase() !== 'APPROVED') {
		return end(
			reason(
				'template_not_approved',
				`The WhatsApp template "${template.name}" (${template.language}) is ${known.status.toLowerCase()}; only an approved one can be sent`,
			),
		);
	}
	// While planning, the texts are those of the moment of planning; they are filled in anew when it is due.
	if (facts.phase === 'plan') return ALLOW;
	const empty = emptyVariable(template);
	if (empty === undefined) return ALLOW;
	return end(
		reason(
			'template_incomplete',
			`${empty} of the WhatsApp template "${template.name}" is empty; Meta refuses that`,
		),
	);
};

function emptyVariable({ parameters, header, buttons = [] }: TemplateContent): string | undefined {
	const isEmpty = (text?: string) => (text ?? '').trim() === '';
	const inText = parameters.findIndex(({ text }) => isEmpty(text));
	if (inText !== -1) return `Variable ${parameters[inText]?.name ?? inText + 1}`;
	if (header && isEmpty(headerValue(header))) return 'The header';
	const button = buttons.find(({ text }) => isEmpty(text));
	return button && `Button ${button.index + 1}`;
}

function headerValue(header: TemplateHeader): string | undefined {
	if (header.type === 'text') return header.text;
	if (header.type === 'location') return Number.isFinite(header.latitude + header.longitude) ? 'set' : '';
	return header.id ?? header.link;
}
