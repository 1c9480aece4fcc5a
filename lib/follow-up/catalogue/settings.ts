import { IANAZone } from 'luxon';
import { z } from 'zod/v4';
import { quietHoursSchema } from '../quiet-hours.ts';
import { choiceField, numberField, switchField, textField } from './field.ts';
import { ACTIVE_LIMIT, CAP_DAYS_MAX, SAFETY_MARGIN_MINUTES } from './limits.ts';

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
		{ label: 'Active Follow-Up Limit', description: 'How many follow-ups may be active at once' },
		{ min: 1, max: 100, unit: 'follow-ups', default: ACTIVE_LIMIT },
	),
	safetyMarginMinutes: numberField(
		{
			label: 'Safety Margin',
			description: 'How long before the end of the 24-hour window a message goes at the latest',
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
				input: { kind: 'text', placeholder: 'e.g. America/Bogota' },
				startsWith: '={{ $now.zoneName }}',
			},
		],
		check: timeZone,
	},
	quietHours: { label: 'Quiet Hours', forms: [], check: quietHoursSchema },
	/** When the quiet hours last until after the window closes. */
	quietConflict: choiceField(
		{
			label: 'Quiet Hours Past the Window',
			description: 'What to do when the 24-hour window closes before the quiet hours end',
		},
		[
			{
				name: 'Send Before the Quiet Hours',
				value: 'earlier',
				description: 'The follow-up goes earlier than its delay says',
			},
			{
				name: 'Send the Template After Them',
				value: 'template',
				description: 'WhatsApp only, for follow-ups with a template; others are not sent',
			},
			{ name: 'Do Not Send', value: 'skip', description: 'The follow-up ends with its reason' },
		],
		'earlier',
	),
	maxPerCustomer: numberField(
		{
			label: 'Maximum per Customer',
			description:
				'How many follow-ups one customer gets in the period at most, over all follow-ups; 0 for no limit',
		},
		{ min: 0, max: 1_000, unit: 'follow-ups', default: 0 },
	),
	maxPerCustomerDays: numberField(
		{
			label: 'Maximum per Customer: Period',
			description: 'The period that Maximum per Customer looks back on',
		},
		{ min: 1, max: CAP_DAYS_MAX, unit: 'days', default: 7 },
	),
	minimumGapMinutes: numberField(
		{
			label: 'Minimum Gap',
			description: 'Least time between two follow-ups that the customer has not answered',
		},
		{ min: 0, max: CAP_DAYS_MAX * DAY_MINUTES, unit: 'minutes', default: 60 },
	),
	holdOutPercent: numberField(
		{
			label: 'Hold-Out Share',
			description:
				'This share of the conversations gets no follow-ups, always the same ones, so that the effect can be measured against them',
		},
		{ min: 0, max: 90, unit: 'percent', default: 0 },
	),
	resumeAfterPersonHours: numberField(
		{
			label: 'Resume After a Person Wrote',
			description:
				'How long follow-ups wait after a person on the business side has written by hand; 0 for not at all',
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
		},
		false,
	),
	dryRun: switchField(
		{
			label: 'Dry Run',
			description:
				'Whether to decide about everything and send nothing: what would have been sent comes out of Ended with the reason dry_run',
		},
		false,
	),
	aiFirstLookMinutes: numberField(
		{
			label: 'Look After (AI Timing)',
			description: 'Minutes of silence after which the AI first looks at a conversation to choose the moment',
		},
		{ min: 1, max: DAY_MINUTES - HOUR_MINUTES, unit: 'minutes', default: 30, unitInName: false },
	),
	onlyIfBusinessAnswered: switchField(
		{
			label: 'Only if Business Answered',
			description:
				'Whether to hold a follow-up back until somebody on the business side has answered the customer',
		},
		true,
	),
	reactionsCountAsAnswers: switchField(
		{
			label: 'Reactions Count as Answers',
			description:
				'Whether a reaction such as 👍, ✅, ❤ or 🙏 to a message of the business ends what is pending for that silence',
		},
		true,
	),
	voice: textField(
		{ label: 'Voice of the Business', description: 'Who the AI writes as, and in which tone' },
		{ rows: 2, placeholder: 'e.g. We are a dental clinic in Bogota and speak warmly, with usted' },
	),
	useFixedMessageWhenAiFails: switchField(
		{
			label: 'Fixed Text When AI Fails',
			description:
				'Whether to send the fixed text of a follow-up when the AI cannot be reached or gives no usable answer',
		},
		false,
	),
	checkInventedFacts: switchField(
		{
			label: 'Hold Back Invented Facts',
			description:
				'Whether to hold back a text of the AI that names a price, offer, date, link or phone number which neither the conversation nor these settings hold',
		},
		true,
	),
} as const;
