import { IANAZone } from 'luxon';
import { z } from 'zod/v4';
import { CHANNELS } from '../messaging/channel';

export const NAME_MAX_CHARACTERS = 100;
/** The product allows five active follow-ups per chatbot; a setting can change it. */
export const ACTIVE_LIMIT = 5;
/** Stay this far from the end of the window: clocks differ, and a refused message is lost. */
export const SAFETY_MARGIN_MINUTES = 15;

const UNIT_MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const;
const MINUTE_MS = 60_000;

const required = (what: string) => z.string(`is required: ${what}`).trim().min(1, `is required: ${what}`);

const templateParameters = z
	.union([
		z.array(z.union([z.string(), z.object({ name: z.string().optional(), value: z.coerce.string() })])),
		z.object({
			values: z.array(z.object({ name: z.string().optional(), value: z.coerce.string() })).optional(),
		}),
	])
	.default([])
	.transform((given) =>
		(Array.isArray(given) ? given : (given.values ?? [])).map((entry) =>
			typeof entry === 'string'
				? { text: entry }
				: { ...(entry.name ? { name: entry.name } : {}), text: entry.value },
		),
	);

const followUp = z
	.object({
		id: z.string().trim().min(1).optional(),
		name: required('a name of at most 100 characters').max(
			NAME_MAX_CHARACTERS,
			`is too long: at most ${NAME_MAX_CHARACTERS} characters are allowed`,
		),
		colour: z.string().trim().optional(),
		active: z.boolean('must be true or false').default(true),
		platforms: z
			.array(
				z.enum(CHANNELS, `must be some of ${CHANNELS.join(', ')}`),
				`must be a list with some of ${CHANNELS.join(', ')}`,
			)
			.min(1, 'is empty: choose at least one platform')
			.default([...CHANNELS]),
		timing: z.enum(['manual', 'ai'], 'must be manual or ai').default('manual'),
		delay: z.coerce.number('must be a number').positive('must be greater than 0').default(4),
		delayUnit: z.enum(['minutes', 'hours', 'days'], 'must be minutes, hours or days').default('hours'),
		description: required('say in plain words when this follow-up should be sent and what for'),
		messageSource: z.enum(['ai', 'fixed'], 'must be ai or fixed').default('ai'),
		message: z.string('must be text').default(''),
		messageInstructions: z.string('must be text').default(''),
		templateName: z.string('must be text').trim().default(''),
		templateLanguage: z.string('must be text').trim().default(''),
		templateParameters,
	})
	.superRefine((value, context) => {
		if (value.messageSource === 'fixed' && value.message.trim() === '') {
			context.addIssue({
				code: 'custom',
				path: ['message'],
				message: 'is required when the message is fixed',
			});
		}
		if (value.templateName !== '' && value.templateLanguage === '') {
			context.addIssue({
				code: 'custom',
				path: ['templateLanguage'],
				message: 'is required with a template, e.g. es or en_US: Meta knows a template by name and language',
			});
		}
	})
	.transform(({ templateName, templateLanguage, templateParameters: parameters, ...rest }) => ({
		...rest,
		id: rest.id ?? rest.name,
		delayMs: Math.round(rest.delay * UNIT_MINUTES[rest.delayUnit] * MINUTE_MS),
		template: templateName ? { name: templateName, language: templateLanguage, parameters } : undefined,
	}));

const settings = z
	.object({
		activeLimit: z.coerce.number().int().min(1, 'must be at least 1').default(ACTIVE_LIMIT),
		safetyMarginMinutes: z.coerce
			.number('must be a number of minutes')
			.min(1, 'must be at least 1 minute')
			.max(23 * 60, 'must be less than the 24-hour window')
			.default(SAFETY_MARGIN_MINUTES),
		timeZone: z
			.string()
			.refine(
				(zone) => IANAZone.isValidZone(zone),
				'is not a known time zone; use a name such as America/Bogota',
			)
			.default('UTC'),
		/** AI timing: minutes of silence after which the model is first asked. */
		aiFirstLookMinutes: z.coerce
			.number('must be a number of minutes')
			.min(1, 'must be at least 1')
			.default(30),
		onlyIfBusinessAnswered: z.boolean().default(true),
		voice: z.string().default(''),
		useFixedMessageWhenAiFails: z.boolean().default(false),
	})
	.prefault({});

export const chatbotSchema = z.object({
	id: required('the ID of the chatbot, e.g. the ID of the workflow'),
	stopCondition: required('say in plain words when all pending follow-ups of a conversation should stop'),
	followUps: z.array(followUp).min(1, 'is empty: add at least one follow-up'),
	settings,
	/** When the chatbot was first seen, ISO 8601 in UTC; silences that began before are left alone. */
	activatedAt: z.string().optional(),
});

/** One set of follow-ups with its stop condition, as a user writes it (defaults not filled in). */
export type ChatbotInput = z.input<typeof chatbotSchema>;
/** One set of follow-ups with its stop condition, checked and complete. */
export type Chatbot = z.output<typeof chatbotSchema>;
/** One follow-up as defined by the business. `delayMs` is its delay in milliseconds. */
export type FollowUpDefinition = Chatbot['followUps'][number];
