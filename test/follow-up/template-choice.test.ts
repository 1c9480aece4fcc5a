import fc from 'fast-check';
import { DefinitionError, parseChatbot, templateChoice } from '../../lib/index.ts';

const chatbotWith = (fields: object) =>
	parseChatbot({
		...{ id: 'c', stopCondition: 'the customer books', settings: { timeZone: 'UTC' } },
		followUps: [{ name: 'Reminder', description: 'no answer', ...fields }],
	}).followUps[0]?.template;

const choice = fc.record({
	name: fc.stringMatching(/^[a-z0-9_]{1,30}$/),
	language: fc.stringMatching(/^[a-z]{2,3}(_[A-Z]{2})?$/),
	category: fc.constantFrom('marketing' as const, 'utility' as const, 'authentication' as const),
});

test('what a picker holds is the template that is sent, as text and as the node keeps it', () => {
	fc.assert(
		fc.property(choice, (chosen) => {
			const value = templateChoice(chosen);
			expect(chatbotWith({ template: value })).toEqual({ ...chosen, parameters: [] });
			expect(chatbotWith({ template: { __rl: true, mode: 'list', value } })).toEqual({
				...chosen,
				parameters: [],
			});
		}),
	);
});

test('no template is chosen as the node is dropped', () => {
	for (const template of ['', { __rl: true, mode: 'list', value: '' }, null, undefined])
		expect(chatbotWith({ template })).toBeUndefined();
});

test('without a category it counts as marketing; with columns of its own they win', () => {
	expect(chatbotWith({ template: 'reminder:en-US' })).toMatchObject({
		...{ language: 'en_US', category: 'marketing' },
	});
	expect(
		chatbotWith({ template: 'reminder:es:utility', templateName: 'other', templateLanguage: 'pt_BR' }),
	).toMatchObject({ name: 'other', language: 'pt_BR' });
});

test('what is no template is refused with what is allowed', () => {
	expect(() => chatbotWith({ template: 'Reminder' })).toThrow(DefinitionError);
	expect(() => chatbotWith({ template: 'Reminder' })).toThrow(
		/WhatsApp Template must be name:language.*found: "Reminder"/,
	);
	expect(() => chatbotWith({ template: 'a:es', templateVariables: { 'foot.1': 'x' } })).toThrow(/foot\.1/);
});

test('values go where they belong, numbers in their order', () => {
	const templateVariables = {
		...{ 'body.10': 'j', 'body.2': 'b', 'body.1': 'a' },
		...{ 'header.image': 'https://example.com/a.png', 'button.0': 'abc', 'button.1.code': 'SAVE' },
	};
	const filled = {
		parameters: [{ text: 'a' }, { text: 'b' }, { text: 'j' }],
		header: { type: 'image', link: 'https://example.com/a.png' },
		buttons: [
			{ index: 0, type: 'url', text: 'abc' },
			{ index: 1, type: 'copy_code', text: 'SAVE' },
		],
	};
	expect(chatbotWith({ template: 'a:es', templateVariables })).toMatchObject(filled);
	const values = Object.entries(templateVariables).map(([name, value]) => ({ name, value }));
	expect(chatbotWith({ template: 'a:es', templateParameters: { values } })).toMatchObject(filled);
	const named = [{ name: 'customer', value: 'Ana' }];
	expect(chatbotWith({ template: 'a:es', templateParameters: named })?.parameters).toEqual([
		{ name: 'customer', text: 'Ana' },
	]);
});
