import { DELAY_MAX_DAYS, NAME_MAX_CHARACTERS } from '../../follow-up/catalogue/limits.ts';
import { delayMs } from '../../follow-up/definition.ts';
import { templateChoiceSchema } from '../../follow-up/template-choice.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import { NOT_IN_TEMPLATE_VALUES, textSize } from '../../messaging/platform-limits.ts';
import { fill, type Words } from '../words/index.ts';
import type { Draft } from './draft.ts';
import type { FormFacts } from './facts.ts';

export type Field =
	| 'name'
	| 'delay'
	| 'platforms'
	| 'timing'
	| 'description'
	| 'message'
	| 'template'
	| 'variables'
	| 'stopCondition';
/** What is wrong, in words, by field; `whole` is about none of them. */
export type Problems = Partial<Record<Field | 'whole', string>>;

const DAY_MS = 24 * 60 * 60_000;

/** Everything that keeps a follow-up from being saved. The page checks the same while it is filled in. */
export function problemsOf(draft: Draft, facts: FormFacts, { form: { problems: t } }: Words): Problems {
	const found: Problems = {};
	const { name, delayUnit, platforms, messageSource, message } = draft;
	if (name === '') found.name = t.nameMissing;
	else if ([...name].length > NAME_MAX_CHARACTERS) found.name = t.nameLong;
	else if (facts.otherNames.includes(name.toLowerCase())) found.name = t.nameTaken;
	const delay = Number(draft.delay.replace(',', '.'));
	if (draft.delay === '' || !(delay > 0)) found.delay = t.delayMissing;
	else if (delayMs({ delay, delayUnit }) > DELAY_MAX_DAYS * DAY_MS) found.delay = t.delayLong;
	if (platforms.length === 0) found.platforms = t.platformsMissing;
	if (draft.timing === 'ai' && facts.withoutModel) found.timing = t.noModel;
	if (draft.description === '') found.description = t.descriptionMissing;
	if (messageSource === 'ai' && facts.withoutModel) found.message = t.noModel;
	if (messageSource === 'fixed' && message === '') found.message = t.messageMissing;
	if (messageSource === 'fixed') {
		const [tooLong] = platforms.filter((one) => textSize(one, message) > CHANNEL_FACTS[one].textLimit.size);
		if (tooLong)
			found.message = fill(t.messageLong[CHANNEL_FACTS[tooLong].textLimit.unit], {
				platform: CHANNEL_FACTS[tooLong].name,
				max: CHANNEL_FACTS[tooLong].textLimit.size,
			});
	}
	if (draft.template && !templateChoiceSchema.safeParse(draft.template).success)
		found.template = t.templateWrong;
	const variables = draft.template ? variablesToFill(draft, facts) : [];
	if (variables.some((id) => (draft.variables[id] ?? '') === '')) found.variables = t.variableMissing;
	else if (variables.some((id) => NOT_IN_TEMPLATE_VALUES.test(draft.variables[id] ?? '')))
		found.variables = t.variableLines;
	if (draft.stopCondition === '') found.stopCondition = t.stopMissing;
	if (facts.isFull) found.whole = fill(t.full, { limit: facts.activeLimit });
	return found;
}

/** Of a template that is on offer it is known what it needs; of another, what was filled in before. */
function variablesToFill({ template, variables }: Draft, { templates = [] }: FormFacts): string[] {
	const known = templates.find(({ key }) => key === template);
	return known ? known.variables.map(({ id }) => id) : Object.keys(variables);
}
