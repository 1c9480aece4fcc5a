import { z } from 'zod/v4';
import { CHANNELS } from '../messaging/channel.ts';
import { listOf, number, required, yesOrNo } from './fields.ts';
import { settingsSchema } from './settings.ts';
import {
	TEMPLATE_CATEGORIES,
	templateChoiceSchema,
	templateFilling,
	templateVariablesSchema,
	type TemplateChoice,
	type TemplateFilling,
} from './template-choice.ts';

export { ACTIVE_LIMIT, SAFETY_MARGIN_MINUTES } from './settings.ts';

export const NAME_MAX_CHARACTERS = 100;
/** A year: nobody remembers the conversation any more, and larger numbers are slips. */
export const DELAY_MAX_DAYS = 365;

const UNIT_MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const templateParameter = z.object({
	name: z.string().nullish(),
	value: z.coerce.string('must be text'),
});

const templateParameters = listOf(
	z.union([z.string(), templateParameter], 'must be a text, or an object with name and value'),
	'must be a list of texts, or of objects with name and value',
)
	.default([])
	.transform((given) =>
		given.map((entry) =>
			typeof entry === 'string'
				? { text: entry }
				: { ...(entry.name ? { name: entry.name } : {}), text: entry.value },
		),
	);

const fields = z.object(
	{
		id: z.preprocess(
			(id) => (typeof id === 'number' ? String(id) : id),
			z.string('must be text').trim().min(1, 'is empty').optional(),
		),
		name: required('a name of at most 100 characters').max(
			NAME_MAX_CHARACTERS,
			`is too long: at most ${NAME_MAX_CHARACTERS} characters are allowed`,
		),
		colour: z.string('must be text').trim().optional(),
		active: yesOrNo.default(true),
		platforms: z
			.preprocess(
				(given) => (typeof given === 'string' ? given.split(',').map((one) => one.trim()) : given),
				z
					.array(
						z.enum(CHANNELS, `must be some of ${CHANNELS.join(', ')}`),
						`must be a list with some of ${CHANNELS.join(', ')}`,
					)
					.min(1, 'is empty: choose at least one platform'),
			)
			.default([...CHANNELS]),
		timing: z.enum(['manual', 'ai'], 'must be manual or ai').default('manual'),
		/** What the delay counts from: the customer's last message, or the last message from anyone. */
		anchor: z.enum(['customer', 'anyone'], 'must be customer or anyone').default('customer'),
		delay: number('must be a number')
			.refine((delay) => delay > 0, 'must be greater than 0')
			.default(4),
		delayUnit: z.enum(['minutes', 'hours', 'days'], 'must be minutes, hours or days').default('hours'),
		description: required('say in plain words when this follow-up should be sent and what for'),
		messageSource: z.enum(['ai', 'fixed'], 'must be ai or fixed').default('ai'),
		message: z.string('must be text').default(''),
		messageInstructions: z.string('must be text').default(''),
		/** The template as the picker of the node holds it, or as the text name:language:category. */
		template: templateChoiceSchema,
		/** The values of its variables by their IDs. */
		templateVariables: templateVariablesSchema,
		/** In place of the two above, for definitions that keep each in a column of its own. */
		templateName: z.string('must be text').trim().default(''),
		templateLanguage: z.string('must be text').trim().default(''),
		/** Unless known to be otherwise, a follow-up's template is marketing: Meta counts "still interested?" as that. */
		templateCategory: z
			.enum(TEMPLATE_CATEGORIES, 'must be marketing, utility or authentication')
			.default('marketing'),
		templateParameters,
	},
	'must be an object with name, description and so on',
);

/** The fields of a follow-up, as they are written in JSON. */
export const FOLLOW_UP_FIELDS: readonly string[] = Object.keys(fields.shape);

/** An empty cell of a table is a field that is not filled in. */
const withoutNulls = (given: unknown): unknown =>
	given !== null && typeof given === 'object' && !Array.isArray(given)
		? Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
		: given;

const followUp = z
	.preprocess(withoutNulls, fields)
	.superRefine((value, context) => {
		const problem = (field: keyof typeof value, message: string) =>
			context.addIssue({ code: 'custom', path: [field], message });
		if (delayMs(value) > DELAY_MAX_DAYS * DAY_MS) problem('delay', `must be at most ${DELAY_MAX_DAYS} days`);
		if (value.messageSource === 'fixed' && value.message.trim() === '')
			problem('message', 'is required when the message is fixed');
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
			delayMs: Math.max(1, delayMs(rest)),
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

function delayMs({ delay, delayUnit }: { delay: number; delayUnit: keyof typeof UNIT_MINUTES }): number {
	return Math.round(delay * UNIT_MINUTES[delayUnit] * MINUTE_MS);
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
	},
	'must be an object with id, stopCondition and followUps',
);

/** One set of follow-ups with its stop condition, as a user writes it (defaults not filled in). */
export type ChatbotInput = z.input<typeof chatbotSchema>;
/** One set of follow-ups with its stop condition, checked and complete. */
export type Chatbot = z.output<typeof chatbotSchema>;
/** One follow-up as defined by the business. `delayMs` is its delay in milliseconds. */
export type FollowUpDefinition = Chatbot['followUps'][number];
