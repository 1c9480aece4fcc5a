import fc from 'fast-check';
import {
	parseChatbot,
	readFollowUpFile,
	writeFollowUpFile,
	type Chatbot,
	type ChatbotInput,
} from '../../../lib/index.ts';
import { START } from '../../support/time.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() !== '');
const name = text.filter((one) => one.trim().length <= 100);
const variable = fc.oneof(
	fc.constantFrom('1', '2', '10', 'customer', 'header.1', 'header.title', 'header.image', 'header.video'),
	fc.constantFrom('header.location', 'button.0', 'button.1.code', 'body.1', 'body.day', 'body.header.x'),
	name,
);
const value = (of: string) =>
	of === 'header.location' ? fc.constant('4.6097,-74.0817') : fc.string({ unit: 'grapheme' });
const parameters = fc.array(
	fc.oneof(
		fc.string({ unit: 'grapheme' }),
		variable.chain((one) => fc.record({ name: fc.constant(one), value: value(one) })),
	),
	{ maxLength: 5 },
);
const template = fc.oneof(
	fc.constant({}),
	fc.record({
		templateName: fc.constantFrom('confirmacion_de_compra', 'appointment_reminder'),
		templateLanguage: fc.constantFrom('es', 'en_US', 'pt-BR'),
		templateCategory: fc.constantFrom('marketing' as const, 'utility' as const),
		templateParameters: parameters,
	}),
	fc.record({
		template: fc.constantFrom('order_news:es', 'order_news:en_US:utility'),
		templateVariables: fc.dictionary(
			fc.constantFrom(
				'body.1',
				'body.2',
				'body.day',
				'header.image',
				'header.text',
				'button.0',
				'button.1.code',
			),
			fc.string({ unit: 'grapheme' }),
		),
	}),
);

const followUp = fc
	.tuple(
		fc.record(
			{
				id: name,
				colour: fc.constantFrom('blue', 'green', ''),
				active: fc.boolean(),
				platforms: fc.subarray(['whatsapp' as const, 'instagram' as const, 'messenger' as const], {
					minLength: 1,
				}),
				timing: fc.constantFrom('manual' as const, 'ai' as const),
				anchor: fc.constantFrom('customer' as const, 'anyone' as const),
				delay: fc.double({ min: 0.01, max: 300, noNaN: true }),
				delayUnit: fc.constantFrom('minutes' as const, 'hours' as const, 'days' as const),
				messageInstructions: fc.string({ unit: 'grapheme' }),
			},
			{ requiredKeys: [] },
		),
		fc.record({ name, description: text }),
		fc.oneof(
			fc.record({ messageSource: fc.constant('fixed' as const), message: text }),
			fc.record({ messageSource: fc.constant('ai' as const) }),
		),
		template,
	)
	.map(([optional, required, message, about]) => ({ ...optional, ...required, ...message, ...about }));

const settings = fc.record(
	{
		timeZone: fc.constantFrom('America/Bogota', 'UTC', 'Europe/Madrid'),
		quietHours: fc.constantFrom([], [{ days: ['monday', 'sunday'], from: '21:30', to: '08:00' }]),
		activeLimit: fc.constant(10),
		holdOutPercent: fc.integer({ min: 0, max: 90 }),
		extraOptOutWords: fc.constantFrom('', 'ya no', 'ya no, basta'),
		voice: fc.string({ unit: 'grapheme' }),
		dryRun: fc.boolean(),
	},
	{ requiredKeys: ['activeLimit'] },
);

const chatbot = fc
	.record({
		id: name,
		stopCondition: text,
		followUps: fc.uniqueArray(followUp, {
			...{ minLength: 1, maxLength: 4 },
			selector: (one) => one.name.trim().toLowerCase(),
		}),
		settings,
	})
	.map((input) => ({
		...input,
		followUps: input.followUps.map((one, index) => ({
			...one,
			...('id' in one ? { id: `${one.id}-${index}` } : {}),
		})),
	}))
	.map((input): Chatbot | undefined => parsed(input as ChatbotInput))
	.filter((one) => one !== undefined);

/** What the definitions refuse (e.g. an ID that is another one's name) is not for a file either. */
function parsed(input: ChatbotInput): Chatbot | undefined {
	try {
		return parseChatbot(input);
	} catch {
		return undefined;
	}
}

test('what is exported and imported again is the same, as text and as an object', () => {
	fc.assert(
		fc.property(chatbot, (one) => {
			const file = writeFollowUpFile(one, START);
			expect(readFollowUpFile(JSON.stringify(file))).toEqual(one);
			expect(readFollowUpFile(`\uFEFF${JSON.stringify(file, null, 2)}`)).toEqual(one);
			expect(readFollowUpFile(JSON.parse(JSON.stringify(file)))).toEqual(one);
		}),
		{ numRuns: 300 },
	);
});

test('the list of follow-ups in the file is what Follow-Up Evaluate takes as JSON', () => {
	fc.assert(
		fc.property(chatbot, (one) => {
			const { followUps } = JSON.parse(JSON.stringify(writeFollowUpFile(one, START))) as {
				followUps: object[];
			};
			const { id, stopCondition, settings: kept } = one;
			const read = parseChatbot({ id, stopCondition, settings: kept, followUps: JSON.stringify(followUps) });
			expect(read.followUps).toEqual(one.followUps);
		}),
		{ numRuns: 100 },
	);
});

describe('a file that cannot be used', () => {
	const good = writeFollowUpFile(
		parseChatbot({
			...{ id: 'shop', stopCondition: 'When they buy' },
			followUps: [{ name: 'Reminder', description: 'When an appointment is not confirmed' }],
		}),
		START,
	);
	const first = good.followUps[0] as object;

	test.each([
		['no JSON', '{"format"', /is not valid JSON/],
		['a list', [], /^The file cannot be used: The file must be an object/],
		['something else', { hello: 'world' }, /format must be "n8n-nodes-meta-followup\/follow-ups"/],
		['another format', { ...good, format: 'other' }, /format must be/],
		['a later version', { ...good, version: 2 }, /version is newer than this release can read/],
		['a version that is none', { ...good, version: '1' }, /version must be a number/],
		['no chatbot', { ...good, chatbot: undefined }, /chatbot must be an object/],
		['no stop condition', { ...good, chatbot: { id: 'shop' } }, /Stop Condition/],
		['no follow-ups', { ...good, followUps: [] }, /Follow-Ups is empty/],
		[
			'an unknown setting',
			{ ...good, chatbot: { ...good.chatbot, settings: { quiet: 1 } } },
			/unknown field "quiet"/,
		],
		[
			'a misspelt field',
			{ ...good, followUps: [{ ...first, Delay_Unit: 'hours' }] },
			/is to be written "delayUnit"/,
		],
		[
			'a delay of zero',
			{ ...good, followUps: [{ ...first, delay: 0 }] },
			/Follow-up "Reminder": Delay must be greater/,
		],
		['one name twice', { ...good, followUps: [first, { ...first, id: 'b' }] }, /Name is used twice/],
	])('%s is named with its field', (_what, file, message) => {
		expect(() => readFollowUpFile(file)).toThrow(message);
	});

	test('every problem is named at once', () => {
		const bad = { ...good, followUps: [{ ...first, delay: 0, description: '' }] };
		const read = () => readFollowUpFile(bad);
		expect(read).toThrow(
			expect.objectContaining({
				name: 'FollowUpFileError',
				advice: expect.stringMatching(/Also: .*Description/) as string,
			}),
		);
	});
});
