import * as z from 'zod4';
import { CHANNEL_NAMES, CHANNELS } from '../../messaging/channel.ts';
import { number, required } from '../fields.ts';
import { templateParametersSchema } from '../template-values.ts';
import { TEMPLATE_CATEGORIES, templateChoiceSchema, templateVariablesSchema } from '../template-choice.ts';
import { COLOURS } from './colours.ts';
import { choiceField, switchField, textField, type Choice } from './field.ts';
import { NAME_MAX_CHARACTERS } from './limits.ts';
import { meant, meantOrNone, plainWord } from './meant.ts';

const SHORT_TEXT = z.string('must be text').trim().default('');

const PLATFORMS: readonly Choice[] = CHANNELS.map((value) => ({
	...{ name: CHANNEL_NAMES[value], value },
	words: { whatsapp: ['wa'], instagram: ['ig'], messenger: ['facebook', 'facebook messenger'] }[value],
}));
const ALL_PLATFORMS = ['all', 'todas', 'todos'];

/** A list, or a text with commas between the names. */
function platformsFrom(given: unknown): unknown {
	const names = typeof given === 'string' ? given.split(/[,;]/).filter((one) => one.trim() !== '') : given;
	if (!Array.isArray(names)) return names;
	if (typeof given === 'string' && (names.length === 0 || ALL_PLATFORMS.includes(plainWord(given))))
		return undefined;
	return names.map((one: unknown) => meant(PLATFORMS, typeof one === 'string' ? one.trim() : one));
}

const platforms = z
	.preprocess(
		platformsFrom,
		z
			.array(
				z.enum(CHANNELS, `must be some of ${CHANNELS.join(', ')}`),
				`must be a list with some of ${CHANNELS.join(', ')}`,
			)
			.min(1, 'is empty: choose at least one platform')
			.default([...CHANNELS]),
	)
	.default([...CHANNELS]);

const CATEGORIES: readonly Choice[] = [
	{ name: 'Authentication', value: 'authentication', words: ['autenticacion'] },
	{ name: 'Marketing', value: 'marketing', words: ['mercadeo'] },
	{ name: 'Utility', value: 'utility', words: ['utilidad'] },
];

/**
 * A follow-up, one entry a field, in the order of the form; what stands among its options comes last. What has no form is
 * written in JSON, or by a control of its own.
 */
export const FOLLOW_UP_CATALOGUE = {
	id: {
		label: 'ID',
		forms: [],
		check: z.preprocess(
			(id) => (typeof id === 'number' ? String(id) : id),
			z.string('must be text').trim().min(1, 'is empty').optional(),
		),
	},
	name: {
		label: 'Name',
		forms: [
			{
				label: 'Name',
				description: `A name by which you know this follow-up; at most ${NAME_MAX_CHARACTERS} characters, and each one different`,
				es: 'Un nombre para reconocer este seguimiento; máximo 100 caracteres y distinto de los demás',
				input: { kind: 'text', placeholder: 'e.g. Appointment reminder - 4 hours' },
				required: true,
			},
		],
		check: required(`a name of at most ${NAME_MAX_CHARACTERS} characters`).max(
			NAME_MAX_CHARACTERS,
			`is too long: at most ${NAME_MAX_CHARACTERS} characters are allowed`,
		),
	},
	colour: {
		label: 'Colour',
		forms: [
			{
				label: 'Colour',
				description: 'A label for grouping and filtering',
				es: 'Una etiqueta para agrupar y filtrar',
				input: { kind: 'one of', choices: COLOURS },
			},
		],
		check: z
			.preprocess((given) => meant(COLOURS, given), z.string('must be text').trim().optional())
			.optional(),
	},
	delay: {
		label: 'Delay',
		forms: [
			{
				label: 'Delay',
				description:
					"How long after the customer's last message. On Instagram and Messenger, and on WhatsApp without a template, more than 24 hours is moved to the end of the 24-hour window. The option Timing lets the AI choose the moment on WhatsApp.",
				es: 'Cuánto tiempo después del último mensaje del cliente. En Instagram y Messenger, y en WhatsApp sin plantilla, más de 24 horas se mueve al final de la ventana de 24 horas. Con la opción Timing, en WhatsApp la IA elige el momento.',
				input: { kind: 'number', min: 0 },
			},
		],
		check: number('must be a number')
			.refine((delay) => delay > 0, 'must be greater than 0')
			.default(4),
	},
	delayUnit: choiceField(
		{ label: 'Delay Unit' },
		[
			{ name: 'Minutes', value: 'minutes', words: ['minute', 'minutos', 'minuto', 'min'] },
			{ name: 'Hours', value: 'hours', words: ['hour', 'horas', 'hora', 'h'] },
			{ name: 'Days', value: 'days', words: ['day', 'dias', 'dia'] },
		],
		'hours',
	),
	description: {
		label: 'Description',
		forms: [
			{
				label: 'Description',
				description:
					'Tells the AI when and why to send this follow-up: the situation, the condition, and what it should achieve',
				es: 'Le dice a la IA cuándo y por qué enviar este seguimiento: la situación, la condición y lo que debe lograr',
				input: {
					kind: 'text',
					rows: 3,
					placeholder:
						'e.g. When a customer shows interest in an appointment but does not confirm date and time',
				},
				required: true,
			},
		],
		check: required('say in plain words when this follow-up should be sent and what for'),
	},
	messageSource: choiceField(
		{
			label: 'Message',
			description: 'What to write inside the 24-hour window',
			es: 'Qué escribir dentro de la ventana de 24 horas',
		},
		[
			{
				name: 'Written by AI',
				value: 'ai',
				words: ['ia', 'la ia'],
				description: 'Fitted to each conversation',
				es: 'Adaptado a cada conversación',
			},
			{
				name: 'Fixed Text',
				value: 'fixed',
				words: ['fijo', 'texto', 'texto fijo', 'mensaje', 'text'],
				description: 'The same text for everybody',
				es: 'El mismo texto para todos',
			},
		],
		'ai',
	),
	message: {
		label: 'Message Text',
		forms: [
			{
				label: 'Message Text',
				description:
					'The text to send. May hold expressions, which are filled in when the follow-up comes due.',
				es: 'El texto que se envía. Puede llevar expresiones, que se completan cuando el seguimiento vence.',
				input: {
					kind: 'text',
					rows: 3,
					placeholder: 'e.g. Hi! We still have times this week. Which day suits you?',
				},
				when: { key: 'messageSource', is: ['fixed'] },
			},
			{
				label: 'Fallback Text',
				description:
					'Sent instead of what the AI writes when the AI fails and Fixed Text When AI Fails is on in the settings; nothing is sent if it is empty',
				es: 'Se envía en lugar de lo que escribe la IA cuando la IA falla y Fixed Text When AI Fails está activado en los ajustes; si está vacío no se envía nada',
				input: { kind: 'text', rows: 2, placeholder: 'e.g. Hi! Shall we go on where we left off?' },
				asOption: true,
				as: 'fallbackText',
			},
		],
		check: z.string('must be text').default(''),
	},
	active: switchField(
		{
			label: 'Active',
			description: 'Whether this follow-up is used. Switching it off also ends what is already scheduled.',
			es: 'Si este seguimiento se usa. Al desactivarlo también termina lo que ya está programado.',
			asOption: true,
		},
		true,
	),
	platforms: {
		label: 'Platforms',
		forms: [
			{
				label: 'Platforms',
				description: 'Where this follow-up may be sent',
				es: 'Dónde se puede enviar este seguimiento',
				asOption: true,
				input: {
					kind: 'some of',
					choices: [...PLATFORMS].sort((a, b) => (a.name < b.name ? -1 : 1)),
				},
			},
		],
		check: platforms,
	},
	timing: choiceField(
		{
			label: 'Timing',
			description: 'When to send it after the customer went silent',
			es: 'Cuándo enviarlo después de que el cliente deja de escribir',
			asOption: true,
		},
		[
			{
				name: 'Fixed Delay',
				value: 'manual',
				words: ['fijo', 'fixed', 'retraso', 'retraso fijo'],
				description: 'A set time after the customer went silent',
				es: 'Un tiempo fijo después de que el cliente deja de escribir',
			},
			{
				name: 'Let AI Decide',
				value: 'ai',
				words: ['ia', 'la ia'],
				description: 'The AI chooses the moment. Works on WhatsApp; elsewhere the delay is used.',
				es: 'La IA elige el momento. Funciona en WhatsApp; en los demás se usa el retraso.',
			},
		],
		'manual',
	),
	/** What the delay counts from: the customer's last message, or the last message from anyone. */
	anchor: choiceField(
		{
			label: 'Delay Counts From',
			description: 'When the silence began that the delay counts from',
			es: 'Desde cuándo se cuenta el silencio',
			asOption: true,
		},
		[
			{ name: "Customer's Last Message", value: 'customer', words: ['cliente'] },
			{
				name: 'Last Message From Anyone',
				value: 'anyone',
				words: ['cualquiera'],
				description: 'A message of the business makes the silence begin anew',
				es: 'Un mensaje del negocio hace que el silencio empiece de nuevo',
			},
		],
		'customer',
	),
	messageInstructions: textField(
		{
			label: 'Instructions for the AI',
			description: 'Tone and content of the message, where the AI writes it',
			es: 'Tono y contenido del mensaje, cuando lo escribe la IA',
			asOption: true,
		},
		{ rows: 2, placeholder: 'e.g. Friendly, at most two sentences, offer to call' },
	),
	/** The template as the picker of the node holds it, or as the text name:language:category. */
	template: { label: 'WhatsApp Template', forms: [], check: templateChoiceSchema },
	/** The values of its variables by their IDs. */
	templateVariables: { label: 'WhatsApp Template Variables', forms: [], check: templateVariablesSchema },
	/** In place of the two above, for definitions that keep each in a column of its own. */
	templateName: { label: 'Template Name', forms: [], check: SHORT_TEXT },
	templateLanguage: { label: 'Template Language', forms: [], check: SHORT_TEXT },
	/** Unless known to be otherwise, a follow-up's template is marketing: Meta counts "still interested?" as that. */
	templateCategory: {
		label: 'Template Category',
		forms: [],
		check: z
			.preprocess(
				(given) => meantOrNone(CATEGORIES, given),
				z.enum(TEMPLATE_CATEGORIES, 'must be marketing, utility or authentication').default('marketing'),
			)
			.default('marketing'),
	},
	templateParameters: {
		label: 'WhatsApp Template Variables',
		forms: [],
		check: templateParametersSchema,
	},
} as const;
