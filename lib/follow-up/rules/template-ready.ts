import { isApproved, mayBecomeApproved, TEMPLATE_LOOK_MS } from '../../messaging/template-status.ts';
import { templateAt } from '../message-kind.ts';
import { reason } from '../reasons/index.ts';
import { missingVariables } from '../template-faults.ts';
import type { TemplateContent, TemplateFact, TemplateHeader } from '../types.ts';
import { ALLOW, end, waitUntil, type Rule, type RuleFacts, type Verdict } from './rule.ts';

/**
 * What Meta would refuse anyway: a template that is not approved at this moment, or one with an empty variable (132000). One
 * that Meta may approve again, such as a paused one, is waited for; one that was rejected or deleted ends it.
 *
 * es: Lo que Meta rechazaría de todos modos: una plantilla que no está aprobada en este momento, o una con una variable
 * vacía (132000). Si Meta puede volver a aprobarla, como una en pausa, se la espera; si fue rechazada o borrada, se termina.
 */
export const templateReady: Rule = (facts) => {
	const template = templateAt(facts);
	if (!template) return ALLOW;
	const known = facts.templates?.find(
		({ name, language }) => name === template.name && language.replace('-', '_') === template.language,
	);
	if (known && !isApproved(known.status)) return whileNotApproved(known, facts);
	// While planning, the texts are those of the moment of planning; they are filled in anew when it is due.
	if (facts.phase === 'plan') return ALLOW;
	const empty = emptyVariable(template) ?? missingVariable(template, known?.text);
	if (empty === undefined) return ALLOW;
	return end(
		reason(
			'template_incomplete',
			`${empty} of the WhatsApp template "${template.name}" is empty; Meta refuses that`,
		),
	);
};

function whileNotApproved({ name, language, status }: TemplateFact, { at, phase }: RuleFacts): Verdict {
	const found = `The WhatsApp template "${name}" (${language}) is ${status.toLowerCase()}`;
	if (!mayBecomeApproved(status))
		return end(reason('template_not_approved', `${found}; only an approved one can be sent`));
	// Until it is due it may be approved; then it is asked again.
	if (phase === 'plan') return ALLOW;
	const look = new Date(at.getTime() + TEMPLATE_LOOK_MS);
	return waitUntil(look, reason('template_on_hold', `${found}, so it waits until Meta has approved it`));
}

/** Named ones may be given in any order; numbered ones count (132000). */
function missingVariable(template: TemplateContent, text: string | undefined): string | undefined {
	const [missing] = missingVariables(template, text);
	return missing === undefined ? undefined : `Variable ${missing}`;
}

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
