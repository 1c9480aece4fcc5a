import { IANAZone } from 'luxon';
import * as z from 'zod4';
import { placeSchema } from '../holidays/places.ts';
import { quietHoursSchema } from '../quiet-hours.ts';
import { choiceField, numberField, switchField, textField } from './field.ts';
import { ACTIVE_LIMIT, CAP_DAYS_MAX, SAFETY_MARGIN_MINUTES, UNANSWERED_LIMIT } from './limits.ts';
import { MEDIA_SETTINGS } from './media-settings.ts';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

const words = z
	.union(
		[z.string(), z.array(z.string())],
		'must be a list of words, or one text with commas between the words',
	)
	.default([])
	.transform((given) =>
		(typeof given === 'string' ? given.split(',') : given)
			.map((word) => word.trim())
			.filter((word) => word !== ''),
	);

const timeZone = z
	.string('must be the name of a time zone such as America/Bogota')
	.refine((zone) => IANAZone.isValidZone(zone), 'is not a known time zone; use a name such as America/Bogota')
	.default('UTC');

/** Everything that holds for all follow-ups of a chatbot: one entry a setting. */
export const SETTINGS_FIELDS = {
	activeLimit: numberField(
		{
			label: 'Active Follow-Up Limit',
			description: 'How many follow-ups may be active at once',
			es: 'Cuántos seguimientos pueden estar activos a la vez',
		},
		{ min: 1, max: 100, unit: 'follow-ups', default: ACTIVE_LIMIT },
	),
	safetyMarginMinutes: numberField(
		{
			label: 'Safety Margin',
			description: 'How long before the end of the 24-hour window a message goes at the latest',
			es: 'Con cuánta anticipación al final de la ventana de 24 horas sale un mensaje a más tardar',
		},
		{ min: 1, max: DAY_MINUTES - HOUR_MINUTES, unit: 'minutes', default: SAFETY_MARGIN_MINUTES },
	),
	timeZone: {
		label: 'Time Zone',
		forms: [
			{
				label: 'Time Zone',
				description:
					"The customers' time zone, for quiet hours and for the times the AI reads and chooses. Default: the time zone of the workflow.",
				es: 'La zona horaria de los clientes, para las horas de silencio y para las horas que la IA lee y elige. Por defecto: la zona horaria del flujo.',
				input: { kind: 'text', placeholder: 'e.g. America/Bogota' },
				startsWith: '={{ $now.zoneName }}',
			},
		],
		check: timeZone,
	},
	quietHours: { label: 'Quiet Hours', forms: [], check: quietHoursSchema },
	publicHolidays: {
		label: 'Public Holidays',
		forms: [
			{
				label: 'Public Holidays',
				description:
					'Country or region whose public holidays are quiet all day, by its code, such as CO, MX, ES-MD or DE-BY; empty for none',
				es: 'País o región cuyos días festivos son de silencio todo el día, con su código, como CO, MX, ES-MD o DE-BY; vacío para ninguno',
				input: { kind: 'text', placeholder: 'e.g. CO' },
			},
		],
		check: placeSchema,
	},
	/** When the quiet hours or a holiday last until after the window closes. */
	quietConflict: choiceField(
		{
			label: 'Quiet Hours Past the Window',
			description: 'What to do when the 24-hour window closes before the quiet hours or a public holiday end',
			es: 'Qué hacer cuando la ventana de 24 horas se cierra antes de que terminen las horas de silencio o un día festivo',
		},
		[
			{
				name: 'Send Before the Quiet Hours',
				value: 'earlier',
				description: 'The follow-up goes earlier than its delay says',
				es: 'El seguimiento sale antes de lo que dice su retraso',
			},
			{
				name: 'Send the Template After Them',
				value: 'template',
				description: 'WhatsApp only, for follow-ups with a template; others are not sent',
				es: 'Solo en WhatsApp, para seguimientos con plantilla; los demás no se envían',
			},
			{
				name: 'Do Not Send',
				value: 'skip',
				description: 'The follow-up ends with its reason',
				es: 'El seguimiento termina con su motivo',
			},
		],
		'earlier',
	),
	maxPerCustomer: numberField(
		{
			label: 'Maximum per Customer',
			description:
				'How many follow-ups one customer gets in the period at most, over all follow-ups; 0 for no limit',
			es: 'Cuántos seguimientos recibe como máximo un cliente en el período, sumando todos los seguimientos; 0 para no poner límite',
		},
		{ min: 0, max: 1_000, unit: 'follow-ups', default: 0 },
	),
	maxPerCustomerDays: numberField(
		{
			label: 'Maximum per Customer: Period',
			description: 'The period that Maximum per Customer looks back on',
			es: 'El período que Maximum per Customer mira hacia atrás',
		},
		{ min: 1, max: CAP_DAYS_MAX, unit: 'days', default: 7 },
	),
	maxUnanswered: numberField(
		{
			label: 'Maximum Unanswered in a Row',
			description:
				'After how many follow-ups in a row without an answer a customer gets no more, over all follow-ups, until they write again; 0 for no limit',
			es: 'Después de cuántos seguimientos seguidos sin respuesta un cliente no recibe más, sumando todos los seguimientos, hasta que vuelva a escribir; 0 para no poner límite',
		},
		{ min: 0, max: 100, unit: 'follow-ups', default: UNANSWERED_LIMIT },
	),
	minimumGapMinutes: numberField(
		{
			label: 'Minimum Gap',
			description: 'Least time between two follow-ups that the customer has not answered',
			es: 'Tiempo mínimo entre dos seguimientos que el cliente no ha respondido',
		},
		{ min: 0, max: CAP_DAYS_MAX * DAY_MINUTES, unit: 'minutes', default: 60 },
	),
	holdOutPercent: numberField(
		{
			label: 'Hold-Out Share',
			description:
				'This share of the conversations gets no follow-ups, always the same ones, so that the effect can be measured against them',
			es: 'Esta parte de las conversaciones no recibe seguimientos, siempre las mismas, para medir el efecto comparando con ellas',
		},
		{ min: 0, max: 90, unit: 'percent', default: 0 },
	),
	resumeAfterPersonHours: numberField(
		{
			label: 'Resume After a Person Wrote',
			description:
				'How long follow-ups wait after a person on the business side has written by hand; 0 for not at all',
			es: 'Cuánto esperan los seguimientos después de que una persona del negocio escribió a mano; 0 para no esperar',
		},
		{ min: 0, max: 30 * 24, unit: 'hours', default: 0 },
	),
	handOverPauseDays: numberField(
		{
			label: 'Pause After Hand Over',
			description:
				'How long a conversation that left by Hand Over gets no follow-ups, unless somebody resumes it; 0 until somebody does',
			es: 'Cuánto tiempo una conversación que salió por Hand Over no recibe seguimientos, salvo que alguien la reanude; 0 hasta que alguien lo haga',
		},
		{ min: 0, max: 365, unit: 'days', default: 7 },
	),
	takeOverAfterHours: numberField(
		{
			label: 'Take Over an Unanswered Thread After',
			description:
				'How long a customer waits for an answer in a conversation that another app or Meta Business Agent owns, until a follow-up takes it over; 0 for never',
			es: 'Cuánto espera un cliente una respuesta en una conversación que tiene otra aplicación o Meta Business Agent, hasta que un seguimiento la toma; 0 para nunca',
		},
		{ min: 0, max: 30 * 24, unit: 'hours', default: 0 },
	),
	extraOptOutWords: {
		label: 'Extra Opt-Out Words',
		forms: [
			{
				label: 'Extra Opt-Out Words',
				description:
					'Messages that count as asking for no more messages, besides the usual ones in Spanish, Portuguese, English, French, Italian and German; separated by commas',
				es: 'Mensajes que cuentan como pedir que no le escriban más, además de los usuales en español, portugués, inglés, francés, italiano y alemán; separados con comas',
				input: { kind: 'text', placeholder: 'e.g. quitar, ya no gracias' },
			},
		],
		check: words,
	},
	usMarketingTemplates: switchField(
		{
			label: 'Marketing Templates to US Numbers',
			description:
				'Whether to try them all the same: Meta has delivered none to numbers of the United States outside the 24-hour window since April 2025',
			es: 'Si se intentan de todos modos: desde abril de 2025 Meta no entrega ninguna a números de Estados Unidos fuera de la ventana de 24 horas',
		},
		false,
	),
	dryRun: switchField(
		{
			label: 'Dry Run',
			description:
				'Whether to decide about everything and send nothing: what would have been sent comes out of Ended with the reason dry_run',
			es: 'Si se decide sobre todo pero no se envía nada: lo que se habría enviado sale por Ended con el motivo dry_run',
		},
		false,
	),
	aiFirstLookMinutes: numberField(
		{
			label: 'Look After (AI Timing)',
			description: 'Minutes of silence after which the AI first looks at a conversation to choose the moment',
			es: 'Minutos de silencio después de los cuales la IA mira por primera vez una conversación para elegir el momento',
		},
		{ min: 1, max: DAY_MINUTES - HOUR_MINUTES, unit: 'minutes', default: 30, unitInName: false },
	),
	onlyIfBusinessAnswered: switchField(
		{
			label: 'Only if Business Answered',
			description:
				'Whether to hold a follow-up back until somebody on the business side has answered the customer',
			es: 'Si un seguimiento se retiene hasta que alguien del negocio le haya respondido al cliente',
		},
		true,
	),
	reactionsCountAsAnswers: switchField(
		{
			label: 'Reactions Count as Answers',
			description:
				'Whether a reaction that says yes or no, such as 👍, ✅, ❤ or 👎, to a message of the business ends what is pending for that silence',
			es: 'Si una reacción que dice sí o no, como 👍, ✅, ❤ o 👎, a un mensaje del negocio termina lo que está pendiente de ese silencio',
		},
		true,
	),
	voice: textField(
		{
			label: 'Voice of the Business',
			description: 'Who the AI writes as, and in which tone',
			es: 'En nombre de quién escribe la IA y en qué tono',
		},
		{ rows: 2, placeholder: 'e.g. We are a dental clinic in Bogota and speak warmly, with usted' },
	),
	...MEDIA_SETTINGS,
	useFixedMessageWhenAiFails: switchField(
		{
			label: 'Fixed Text When AI Fails',
			description:
				'Whether to send the fixed text of a follow-up when the AI cannot be reached or gives no usable answer',
			es: 'Si se envía el texto fijo de un seguimiento cuando la IA no responde o no da una respuesta útil',
		},
		false,
	),
	checkInventedFacts: switchField(
		{
			label: 'Hold Back Invented Facts',
			description:
				'Whether to hold back a text of the AI that names a price, offer, date, link or phone number which neither the conversation nor these settings hold',
			es: 'Si se retiene un texto de la IA que menciona un precio, una oferta, una fecha, un enlace o un teléfono que no está ni en la conversación ni en estos ajustes',
		},
		true,
	),
} as const;
