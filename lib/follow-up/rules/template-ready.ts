import { templateAt } from '../message-kind';
import { reason } from '../reasons';
import { ALLOW, end, type Rule } from './rule';

/** What Meta would refuse anyway: a template that is not approved at this moment, or one with an empty variable (132000). */
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
	const empty = template.parameters.findIndex(({ text }) => text.trim() === '');
	if (empty === -1) return ALLOW;
	return end(
		reason(
			'template_incomplete',
			`Variable ${template.parameters[empty]?.name ?? empty + 1} of the WhatsApp template "${template.name}" is empty; Meta refuses that`,
		),
	);
};
