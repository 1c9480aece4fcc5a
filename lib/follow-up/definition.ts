import * as z from 'zod4';
import { checksOf } from './catalogue/field.ts';
import { FOLLOW_UP_CATALOGUE } from './catalogue/follow-up.ts';
import { DELAY_MAX_DAYS } from './catalogue/limits.ts';
import { required } from './fields.ts';
import { settingsSchema } from './settings.ts';
import { templateFilling, type TemplateChoice, type TemplateFilling } from './template-choice.ts';

const UNIT_MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The fields of a follow-up as a user writes them. */
export const definitionFields = z.object(
	checksOf(FOLLOW_UP_CATALOGUE),
	'must be an object with name, description and so on',
);

/** The fields of a follow-up, as they are written in JSON. */
export const FOLLOW_UP_FIELDS: readonly string[] = Object.keys(definitionFields.shape);

/** An empty cell of a table is a field that is not filled in. */
export const withoutNulls = (given: unknown): unknown =>
	given !== null && typeof given === 'object' && !Array.isArray(given)
		? Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
		: given;

/** A fixed message has to be there. */
export function requireFixedMessage(
	{ messageSource, message }: { messageSource: string; message: string },
	context: z.RefinementCtx,
): void {
	if (messageSource === 'fixed' && message.trim() === '')
		context.addIssue({ code: 'custom', path: ['message'], message: 'is required when the message is fixed' });
}

const followUp = z
	.preprocess(withoutNulls, definitionFields)
	.superRefine(requireFixedMessage)
	.superRefine((value, context) => {
		const problem = (field: keyof typeof value, message: string) =>
			context.addIssue({ code: 'custom', path: [field], message });
		if (delayMs(value) > DELAY_MAX_DAYS * DAY_MS) problem('delay', `must be at most ${DELAY_MAX_DAYS} days`);
		if (value.templateName !== '' && value.templateLanguage === '')
			problem(
				'templateLanguage',
				'is required with a template, e.g. es or en_US: Meta knows a template by name and language',
			);
	})
	.transform(
		({
			template,
			templateVariables,
			templateName,
			templateLanguage,
			templateCategory,
			templateParameters: parameters,
			...rest
		}) => ({
			...rest,
			id: rest.id ?? rest.name,
			delayMs: delayMs(rest),
			template: templateName
				? contentOf(
						// Webhooks of Meta write en-US where sending needs en_US.
						{ name: templateName, language: templateLanguage.replace('-', '_'), category: templateCategory },
						templateFilling(parameters),
					)
				: template &&
					contentOf(
						{ category: templateCategory, ...template },
						parameters.length > 0 ? templateFilling(parameters) : templateVariables,
					),
		}),
	);

function contentOf(
	choice: TemplateChoice & { category: NonNullable<TemplateChoice['category']> },
	filling: TemplateFilling,
) {
	return { ...choice, ...filling };
}

/** A delay in milliseconds; at least one. */
export function delayMs({
	delay,
	delayUnit,
}: {
	delay: number;
	delayUnit: keyof typeof UNIT_MINUTES;
}): number {
	return Math.max(1, Math.round(delay * UNIT_MINUTES[delayUnit] * MINUTE_MS));
}

export const chatbotSchema = z.object(
	{
		id: required('the ID of the chatbot, e.g. the ID of the workflow'),
		stopCondition: required('say in plain words when all pending follow-ups of a conversation should stop'),
		followUps: z
			.array(followUp, 'must be a list of follow-ups')
			.min(1, 'is empty: add at least one follow-up'),
		settings: settingsSchema,
		/** When the chatbot was first seen, ISO 8601 in UTC; silences that began before are left alone. */
		activatedAt: z.string().optional(),
		/** How long after its time what is due is begun with at most, as far as it is known; the store adds it. */
		lookMs: z.number().optional(),
	},
	'must be an object with id, stopCondition and followUps',
);

/** One set of follow-ups with its stop condition, as a user writes it (defaults not filled in). */
export type ChatbotInput = z.input<typeof chatbotSchema>;
/** One set of follow-ups with its stop condition, checked and complete. */
export type Chatbot = z.output<typeof chatbotSchema>;
/** One follow-up as defined by the business. `delayMs` is its delay in milliseconds. */
export type FollowUpDefinition = Chatbot['followUps'][number];
