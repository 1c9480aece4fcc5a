import type { FollowUpDefinition } from '../definition.ts';
import { writeParameters, type WrittenParameter } from './template-parameters.ts';

/** A follow-up in the fields in which Follow-Up Evaluate takes it as JSON. */
export type WrittenFollowUp = Omit<FollowUpDefinition, 'delayMs' | 'template' | 'templateVariables'> & {
	templateName?: string;
	templateLanguage?: string;
	templateCategory?: string;
	templateParameters?: WrittenParameter[];
};

/** Writes a checked follow-up as a person would have written it; read again it is the same. */
export function writeDefinition(followUp: FollowUpDefinition): WrittenFollowUp {
	const { template, delayMs: _delayMs, ...fields } = followUp;
	if (!template) return fields;
	return {
		...fields,
		templateName: template.name,
		templateLanguage: template.language,
		templateCategory: template.category,
		templateParameters: writeParameters(template),
	};
}
