import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { problems } from './problems.ts';

const followUp = { name: 'Reminder', description: 'When the customer goes silent' };
const good = { id: 'bot', stopCondition: 'When booked', followUps: [followUp] };
const withFollowUp = (more: object) => ({ ...good, followUps: [{ ...followUp, ...more }] });
const withSettings = (settings: object) => ({ ...good, settings });
const six = Array.from({ length: 6 }, (_, index) => ({ ...followUp, name: `Reminder ${index}` }));

test.each<[string, unknown, RegExp]>([
	['a delay of 0', withFollowUp({ delay: 0 }), /"Reminder": Delay must be greater than 0 \(found: 0\)/],
	['a negative delay', withFollowUp({ delay: -2 }), /Delay must be greater than 0 \(found: -2\)/],
	['a delay that is no number', withFollowUp({ delay: 'soon' }), /Delay must be a number \(found: "soon"\)/],
	['a delay of true', withFollowUp({ delay: true }), /Delay must be a number \(found: true\)/],
	[
		'a delay beyond a year',
		withFollowUp({ delay: 366, delayUnit: 'days' }),
		/Delay must be at most 365 days/,
	],
	[
		'an unknown platform',
		withFollowUp({ platforms: ['telegram'] }),
		/Platforms must be some of whatsapp, instagram, messenger.* \(found: "telegram"\)/,
	],
	[
		'a name of 101 characters',
		withFollowUp({ name: 'x'.repeat(101) }),
		/Name is too long: at most 100 characters/,
	],
	['an empty description', withFollowUp({ description: '  ' }), /"Reminder": Description is required/],
	[
		'an unknown timing',
		withFollowUp({ timing: 'someday' }),
		/Timing must be manual or ai \(found: "someday"\)/,
	],
	['a template without language', withFollowUp({ templateName: 'x' }), /Template Language is required/],
	['a fixed message without text', withFollowUp({ messageSource: 'fixed' }), /Message Text is required/],
	[
		'a field that is written differently',
		withFollowUp({ Delay_Unit: 'days' }),
		/"Reminder": the field "Delay_Unit" is to be written "delayUnit"/,
	],
	['an empty stop condition', { ...good, stopCondition: '' }, /^Stop Condition is required/],
	['no follow-ups', { ...good, followUps: [] }, /Follow-Ups is empty/],
	['follow-ups that are no list', { ...good, followUps: { a: 1 } }, /Follow-Ups must be a list/],
	[
		'a follow-up that is a number',
		{ ...good, followUps: [7] },
		/Follow-up 1: Follow-Ups must be an object .*\(found: 7\)/,
	],
	['JSON that is none', { ...good, followUps: '[{' }, /Follow-Ups is not valid JSON/],
	[
		'two equal names',
		{ ...good, followUps: [followUp, { ...followUp, name: 'REMINDER' }] },
		/"REMINDER": Name is used twice/,
	],
	[
		'two equal IDs',
		{
			...good,
			followUps: [
				{ ...followUp, id: 1 },
				{ ...followUp, name: 'Other', id: 1 },
			],
		},
		/"Other": ID "1" is that of "Reminder"/,
	],
	['six active follow-ups', { ...good, followUps: six }, /6 active follow-ups, and at most 5 may be active/],
	[
		'an unknown time zone',
		withSettings({ timeZone: 'America/Macondo' }),
		/Time Zone is not a known time zone.*America\/Macondo/,
	],
	[
		'25-hour quiet hours',
		withSettings({ quietHours: [{ from: '22:00', to: '25:00' }] }),
		/Quiet Hours: To must be a time of day from 00:00 to 24:00.*"25:00"/,
	],
	[
		'25-hour quiet hours as the node gives them',
		withSettings({ quietHours: { values: [{ from: '22:00', to: '25:00' }] } }),
		/Quiet Hours: To must be a time of day .* \(found: "25:00"\)/,
	],
	[
		'quiet hours of no length',
		withSettings({ quietHours: [{ from: '22:00', to: '22:00' }] }),
		/Quiet Hours: To is the same as From/,
	],
	[
		'quiet hours all week',
		withSettings({ quietHours: [{ from: '00:00', to: '24:00' }] }),
		/Quiet Hours covers the whole week/,
	],
	[
		'an unknown day',
		withSettings({ quietHours: { values: [{ days: ['lunes'], from: '1:00', to: '2:00' }] } }),
		/Quiet Hours: Days must be some of monday/,
	],
	[
		'a margin as long as the window',
		withSettings({ safetyMarginMinutes: 24 * 60 }),
		/Safety Margin must be at most 1380/,
	],
	['a hold-out of everybody', withSettings({ holdOutPercent: 100 }), /Hold-Out Share must be at most 90/],
	[
		'a setting that does not exist',
		withSettings({ quietHour: [] }),
		/Settings has the unknown field "quietHour"/,
	],
	['no object at all', null, /The definition must be an object/],
])('%s is refused with the field, what was found and what is allowed', (_, input, message) => {
	expect(problems(input)).toEqual([expect.stringMatching(message)]);
});

test('all problems are named at once', () => {
	expect(problems({ ...good, stopCondition: '', followUps: [{ name: '', description: '' }] })).toHaveLength(
		3,
	);
});

test('rows of a table are taken as they come: numbers as text, empty cells, columns of their own', () => {
	const row = {
		...{
			id: 3,
			createdAt: '2026-11-01',
			name: 'Reminder',
			description: 'Silent',
			delay: '90',
			delayUnit: 'minutes',
		},
		...{ platforms: 'whatsapp, instagram', active: 'TRUE', colour: null, templateName: null },
	};
	const [read] = parseChatbot({ ...good, followUps: [row] }).followUps;
	expect(read).toMatchObject({
		id: '3',
		delayMs: 5_400_000,
		platforms: ['whatsapp', 'instagram'],
		active: true,
	});
});

test('a list as JSON text reads like the list itself', () => {
	expect(parseChatbot({ ...good, followUps: JSON.stringify(good.followUps) })).toEqual(parseChatbot(good));
});
