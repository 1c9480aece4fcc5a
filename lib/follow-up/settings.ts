import { IANAZone } from 'luxon';
import { z } from 'zod/v4';
import { numberFrom } from './fields.ts';
import { quietHoursSchema } from './quiet-hours.ts';

/** The product allows five active follow-ups per chatbot; a setting can change it. */
export const ACTIVE_LIMIT = 5;
/** Stay this far from the end of the window: clocks differ, and a refused message is lost. */
export const SAFETY_MARGIN_MINUTES = 15;
/** The cap looks back at most this far; the store keeps as much. */
export const CAP_DAYS_MAX = 30;

const onOff = (byDefault: boolean) => z.boolean('must be true or false').default(byDefault);

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

const fields = z.strictObject(
	{
		activeLimit: numberFrom(1, 100, 'follow-ups').default(ACTIVE_LIMIT),
		safetyMarginMinutes: numberFrom(1, 23 * 60, 'minutes').default(SAFETY_MARGIN_MINUTES),
		timeZone: z
			.string('must be the name of a time zone such as America/Bogota')
			.refine(
				(zone) => IANAZone.isValidZone(zone),
				'is not a known time zone; use a name such as America/Bogota',
			)
			.default('UTC'),
		quietHours: quietHoursSchema,
		/** When the quiet hours last until after the window closes: send before them, use the template after them, or not at all. */
		quietConflict: z
			.enum(['earlier', 'template', 'skip'], 'must be earlier, template or skip')
			.default('earlier'),
		/** Follow-ups to one customer per period, over all follow-ups; 0 means no cap. */
		maxPerCustomer: numberFrom(0, 1_000, 'follow-ups').default(0),
		maxPerCustomerDays: numberFrom(1, CAP_DAYS_MAX, 'days').default(7),
		/** Between two follow-ups that the customer has not answered. */
		minimumGapMinutes: numberFrom(0, CAP_DAYS_MAX * 24 * 60, 'minutes').default(60),
		/** This share of the conversations gets no follow-ups, so that their effect can be measured. */
		holdOutPercent: numberFrom(0, 90, 'percent').default(0),
		/** A person on the business side wrote: follow-ups keep out of the way for this long; 0 means not at all. */
		resumeAfterPersonHours: numberFrom(0, 30 * 24, 'hours').default(0),
		extraOptOutWords: words,
		/** Meta delivers no marketing templates to numbers of the United States outside the window. */
		usMarketingTemplates: onOff(false),
		/** Decides about everything and sends nothing. */
		dryRun: onOff(false),
		/** AI timing: minutes of silence after which the model is first asked. */
		aiFirstLookMinutes: numberFrom(1, 23 * 60, 'minutes').default(30),
		onlyIfBusinessAnswered: onOff(true),
		voice: z.string('must be text').default(''),
		useFixedMessageWhenAiFails: onOff(false),
		/** Whether a text with prices, offers, links or dates that nobody has stated is held back. */
		checkInventedFacts: onOff(true),
	},
	'must be an object with settings',
);

/** Everything that holds for all follow-ups of a chatbot. */
export const settingsSchema = fields.prefault({});

const storedSettings = fields.strip();

/** Checked settings by their JSON: the store reads the same few again and again, and checking a time zone is slow. */
const read = new Map<string, ChatbotSettings>();
const REMEMBERED = 100;

/** Settings as the store kept them, perhaps for an earlier or later release: what is missing gets its default. */
export function readStoredSettings(json: string): ChatbotSettings {
	let settings = read.get(json);
	if (!settings) {
		settings = storedSettings.parse(JSON.parse(json));
		if (read.size >= REMEMBERED) read.clear();
		read.set(json, settings);
	}
	return settings;
}

export type ChatbotSettings = z.output<typeof settingsSchema>;
