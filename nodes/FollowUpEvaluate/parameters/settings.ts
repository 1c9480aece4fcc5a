import type { INodeProperties } from 'n8n-workflow';
import { quietHoursParameter } from './quiet-hours.ts';

/** Settings of the whole chatbot, in alphabetical order. */
export const settingsParameter: INodeProperties = {
	displayName: 'Settings',
	name: 'settings',
	type: 'collection',
	placeholder: 'Add setting',
	default: {},
	options: [
		{
			displayName: 'Active Follow-Up Limit',
			name: 'activeLimit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 5,
			description: 'How many follow-ups may be active at once',
		},
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			default: false,
			description:
				'Whether to decide about everything and send nothing: what would have been sent comes out of Ended with the reason dry_run',
		},
		{
			displayName: 'Extra Opt-Out Words',
			name: 'extraOptOutWords',
			type: 'string',
			default: '',
			placeholder: 'e.g. quitar, ya no gracias',
			description:
				'Messages that count as asking for no more messages, besides the usual ones in Spanish, English and Portuguese; separated by commas',
		},
		{
			displayName: 'Fixed Text When AI Fails',
			name: 'useFixedMessageWhenAiFails',
			type: 'boolean',
			default: false,
			description:
				'Whether to send the fixed text of a follow-up when the AI cannot be reached or gives no usable answer',
		},
		{
			displayName: 'Hold Back Invented Facts',
			name: 'checkInventedFacts',
			type: 'boolean',
			default: true,
			description:
				'Whether to hold back a text of the AI that names a price, offer, date, link or phone number which neither the conversation nor these settings hold',
		},
		{
			displayName: 'Hold-Out Share (%)',
			name: 'holdOutPercent',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 90 },
			default: 0,
			description:
				'This share of the conversations gets no follow-ups, always the same ones, so that the effect can be measured against them',
		},
		{
			displayName: 'Look After (AI Timing)',
			name: 'aiFirstLookMinutes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30,
			description: 'Minutes of silence after which the AI first looks at a conversation to choose the moment',
		},
		{
			displayName: 'Marketing Templates to US Numbers',
			name: 'usMarketingTemplates',
			type: 'boolean',
			default: false,
			description:
				'Whether to try them all the same: Meta has delivered none to numbers of the United States outside the 24-hour window since April 2025',
		},
		{
			displayName: 'Maximum per Customer',
			name: 'maxPerCustomer',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'How many follow-ups one customer gets in the period at most, over all follow-ups; 0 for no limit',
		},
		{
			displayName: 'Maximum per Customer: Period (Days)',
			name: 'maxPerCustomerDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 30 },
			default: 7,
			description: 'The period that Maximum per Customer looks back on',
		},
		{
			displayName: 'Minimum Gap (Minutes)',
			name: 'minimumGapMinutes',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 60,
			description: 'Least time between two follow-ups that the customer has not answered',
		},
		{
			displayName: 'Only if Business Answered',
			name: 'onlyIfBusinessAnswered',
			type: 'boolean',
			default: true,
			description:
				'Whether to hold a follow-up back until somebody on the business side has answered the customer',
		},
		quietHoursParameter,
		{
			displayName: 'Quiet Hours Past the Window',
			name: 'quietConflict',
			type: 'options',
			options: [
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
			default: 'earlier',
			description: 'What to do when the 24-hour window closes before the quiet hours end',
		},
		{
			displayName: 'Resume After a Person Wrote (Hours)',
			name: 'resumeAfterPersonHours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'How long follow-ups wait after a person on the business side has written by hand; 0 for not at all',
		},
		{
			displayName: 'Safety Margin (Minutes)',
			name: 'safetyMarginMinutes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 15,
			description: 'How long before the end of the 24-hour window a message goes at the latest',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '={{ $now.zoneName }}',
			placeholder: 'e.g. America/Bogota',
			description:
				"The customers' time zone, for quiet hours and for the times the AI reads and chooses. Default: the time zone of the workflow.",
		},
		{
			displayName: 'Voice of the Business',
			name: 'voice',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. We are a dental clinic in Bogota and speak warmly, with usted',
			description: 'Who the AI writes as, and in which tone',
		},
	],
};
