import type { INodeProperties } from 'n8n-workflow';

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
			displayName: 'Fixed Text When AI Fails',
			name: 'useFixedMessageWhenAiFails',
			type: 'boolean',
			default: false,
			description:
				'Whether to send the fixed text of a follow-up when the AI cannot be reached or gives no usable answer',
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
			displayName: 'Only if Business Answered',
			name: 'onlyIfBusinessAnswered',
			type: 'boolean',
			default: true,
			description:
				'Whether to hold a follow-up back until somebody on the business side has answered the customer',
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
				"The customers' time zone, in which the AI reads and chooses times. Default: the time zone of the workflow.",
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
