import type { Field } from '../../../lib/follow-up/catalogue/field.ts';
import {
	FOLLOW_UP_CATALOGUE,
	parseChatbot,
	SETTINGS_FIELDS,
	type Chatbot,
	type Content,
	type Decision,
	type PlannedFollowUp,
	type Prefetched,
	type TemplateContent,
	type TemplateFact,
} from '../../../lib/index.ts';
import { otherValues } from './other-values.ts';

const AT = '2026-03-02T14:00:00.000Z';

// `Required` makes a field that is added to one of these types fail to compile until it stands here and so in the fixture.

const template: Required<TemplateContent> = {
	...{ name: 'appointment_reminder', language: 'es', category: 'utility' },
	parameters: [{ name: 'name', text: 'Ana' }, { text: 'Friday' }],
	header: { type: 'location', latitude: 4.6, longitude: -74.1, name: 'Office', address: 'Calle 1' },
	buttons: [{ index: 0, type: 'url', text: 'a1' }],
};

export const CONTENTS: Content[] = [
	{ kind: 'text', text: 'Shall we?' },
	{ kind: 'template', template },
];

export const DECISION: Required<Omit<Decision, 'content'>> = {
	...{ action: 'wait', code: 'ai_asked_to_wait', sentence: 'Friday suits better' },
	...{ followUpId: 'all', scheduledId: 'f1' },
	contentWhenClosed: { kind: 'template', template },
	...{
		until: AT,
		proposedAt: AT,
		inputFingerprint: 'one',
		stopKind: 'problem',
		optOut: true,
		confidence: 0.8,
	},
	use: {
		...{ model: 'some-model', promptVersion: '3', calls: 1, inputTokens: 900, outputTokens: 80 },
		objections: ['length'],
	},
};

export const PREFETCHED: Required<Prefetched> = {
	...{ inputFingerprint: 'two', model: 'some-model', notBefore: 'on Friday' },
	own: { trigger: true, reason: 'It fits', confidence: 0.7, sendAt: AT, message: 'Still interested?' },
};

export const TEMPLATES: Required<TemplateFact>[] = [
	{
		...{ name: 'appointment_reminder', language: 'es', status: 'APPROVED', category: 'utility' },
		text: 'Hi {{1}}',
	},
];

export const PLAN: Required<PlannedFollowUp> = {
	...{ conversation: 'whatsapp:1:CO.1', chatbot: 'c1', followUpId: 'all', name: 'All', colour: 'blue' },
	...{ anchor: { id: 'wamid.1', at: AT }, requestedAt: AT, allowedAt: AT, dueAt: AT },
	reasons: [{ code: 'quiet_hours', sentence: 'It fell into the quiet hours' }],
};

export const ERROR = { code: 131026, subcode: 1, message: 'Message undeliverable' };
export const DETAIL = { action: 'send', model: 'some-model' };
export const RATES = { marketing: 0.0125, utility: 0.002 };

/** In a catalogue for the form or another way of writing only: what is stored of them stands in other fields. */
const OTHER_WRITINGS = /^template(Name|Language|Category|Parameters)$/;

function withOthers(catalogue: Readonly<Record<string, Field>>, given: object): object {
	const fields = Object.entries(catalogue).filter(([key]) => !OTHER_WRITINGS.test(key));
	return { ...given, ...otherValues(Object.fromEntries(fields), given) };
}

const all = withOthers(FOLLOW_UP_CATALOGUE, {
	...{ id: 'all', name: 'All', colour: 'blue', active: true, platforms: ['whatsapp'] },
	...{ timing: 'ai', anchor: 'anyone', delay: 90, delayUnit: 'minutes' },
	...{ description: 'When an appointment is not confirmed', messageSource: 'ai' },
	...{ message: 'Shall we?', messageInstructions: 'Be brief', template: 'appointment_reminder:es:utility' },
	templateVariables: {
		...{ 'header.image': 'https://x.example/a.png', 'body.1': 'Ana', 'button.0.code': 'A1' },
	},
});

/** A chatbot whose follow-ups and settings use every field between them, with values that are no defaults. */
export const CHATBOT: Chatbot = parseChatbot({
	...{ id: 'c1', stopCondition: 'When the customer confirms' },
	followUps: [
		all,
		{ name: 'Least', description: 'When nobody answers' },
		{ name: 'Fixed', description: 'When nobody answers', messageSource: 'fixed', message: 'Hello?' },
	],
	settings: withOthers(SETTINGS_FIELDS, {
		...{ activeLimit: 6, safetyMarginMinutes: 20, timeZone: 'America/Bogota' },
		quietHours: [{ days: ['sunday'], from: '21:00', to: '08:00' }],
		...{ quietConflict: 'skip', maxPerCustomer: 4, maxPerCustomerDays: 5, minimumGapMinutes: 90 },
		...{ holdOutPercent: 10, resumeAfterPersonHours: 2, extraOptOutWords: ['chao'] },
		...{ usMarketingTemplates: true, dryRun: true, aiFirstLookMinutes: 45 },
		...{ onlyIfBusinessAnswered: false, voice: 'Warm', useFixedMessageWhenAiFails: true },
		...{ checkInventedFacts: false, reactionsCountAsAnswers: false, takeOverAfterHours: 6 },
	}),
} as never);
