import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import type { Chatbot } from '../../lib/follow-up/definition.ts';
import type { TemplateFact } from '../../lib/follow-up/types.ts';
import type { World } from './world.ts';

const template = { templateName: 'reminder', templateLanguage: 'es' };
const FOLLOW_UPS = [
	{ name: 'Soon', delay: 2, messageSource: 'fixed', message: 'Shall we go on?' },
	{ name: 'By AI', delay: 3, timing: 'ai' },
	{ name: 'Quiet business', delay: 5, anchor: 'anyone', messageSource: 'fixed', message: 'Still there?' },
	{
		name: 'Late',
		delay: 2,
		delayUnit: 'days',
		platforms: ['whatsapp'],
		messageSource: 'fixed',
		message: 'Hi',
		...template,
	},
	{
		name: 'Next day',
		delay: 30,
		messageSource: 'fixed',
		message: 'Good day',
		templateCategory: 'utility',
		...template,
	},
	{
		name: 'Offer',
		delay: 60,
		platforms: ['whatsapp'],
		messageSource: 'fixed',
		message: 'An offer',
		...template,
	},
	{ name: 'Switched off', delay: 1, active: false, messageSource: 'fixed', message: 'Never' },
];
const SETTINGS = {
	...{ timeZone: 'America/Santiago', quietHours: [{ from: '22:00', to: '08:00' }] },
	publicHolidays: 'CL',
	...{
		maxPerCustomer: 3,
		maxPerCustomerDays: 7,
		maxUnanswered: 2,
		minimumGapMinutes: 120,
		holdOutPercent: 10,
		resumeAfterPersonHours: 1,
		takeOverAfterHours: 6,
		understandMedia: true,
	},
};

/** What the business wants; once more as a rehearsal that sends nothing. */
export function businessChatbot(dryRun: boolean): Chatbot {
	return parseChatbot({
		...{ id: dryRun ? 'rehearsal' : 'shop', stopCondition: 'When the customer has bought' },
		followUps: FOLLOW_UPS.map((one) => ({
			description: 'When silent',
			templateParameters: ['Ana'],
			...one,
		})),
		settings: { ...SETTINGS, dryRun, activeLimit: 6 },
	});
}

/** What Meta says of the templates at this moment. */
export function templatesOf(world: World): TemplateFact[] {
	const status = world.isDown('template') ? 'PAUSED' : 'APPROVED';
	return [{ name: template.templateName, language: template.templateLanguage, status }];
}
