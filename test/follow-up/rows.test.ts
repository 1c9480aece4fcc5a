import { DefinitionError, parseChatbot, parseRows } from '../../lib/follow-up/parse-chatbot.ts';

const row = (name: string, more: object = {}) => ({
	name,
	description: 'When somebody asked for a price',
	...more,
});
const table = (...followUps: object[]) => ({ id: 'c', stopCondition: 'Sold', followUps });

test('one row that cannot be used is left out with its reason, and the others work', () => {
	const { chatbot, leftOut } = parseRows(
		table(
			row('First'),
			row('Second', { delay: 0 }),
			row('Third', { delayUnit: 'fortnights' }),
			row('', {}),
			row('Last'),
		),
	);
	expect(chatbot.followUps.map(({ name }) => name)).toEqual(['First', 'Last']);
	expect(leftOut).toEqual([
		'Follow-up "Second": Delay must be greater than 0 (found: 0)',
		'Follow-up "Third": Delay Unit must be minutes, hours or days (found: "fortnights")',
		expect.stringContaining('Follow-up 4: Name is required'),
	]);
});

test('of two rows with one name the first works; of more active ones than allowed the first ones', () => {
	expect(parseRows(table(row('A'), row('a'))).chatbot.followUps).toHaveLength(1);
	const six = Array.from({ length: 6 }, (_, n) => row(`Row ${n}`));
	const { chatbot, leftOut } = parseRows(table(...six));
	expect(chatbot.followUps).toHaveLength(5);
	expect(leftOut).toEqual([expect.stringContaining('6 active follow-ups, and at most 5 may be active')]);
});

test('without one good row, and with a fault outside the rows, nothing is used', () => {
	expect(() => parseRows(table(row('A', { delay: -1 })))).toThrow(DefinitionError);
	expect(() => parseRows({ ...table(row('A')), stopCondition: '' })).toThrow('Stop Condition is required');
});

test('what people write in Spanish is taken for the value', () => {
	const written = row('Recordatorio', {
		...{ colour: 'Azul', active: 'Sí', platforms: 'WhatsApp; Instagram', timing: 'IA', delay: '2' },
		...{ delayUnit: 'Días', messageSource: 'texto', message: 'Hola', anchor: 'cliente' },
		...{ templateName: 'cita', templateLanguage: 'es', templateCategory: 'Utilidad' },
	});
	expect(parseChatbot(table(written)).followUps).toMatchObject([
		{
			...{ colour: 'blue', active: true, platforms: ['whatsapp', 'instagram'], timing: 'ai' },
			...{ delayMs: 2 * 86_400_000, messageSource: 'fixed', anchor: 'customer' },
			template: { category: 'utility' },
		},
	]);
	expect(
		parseChatbot(table(row('A', { active: 'no', platforms: 'todas', delayUnit: '' }))).followUps,
	).toMatchObject([{ active: false, platforms: ['whatsapp', 'instagram', 'messenger'], delayUnit: 'hours' }]);
});

test.each([
	['instagram', 'á'.repeat(501), /1,002 bytes, and Instagram allows 1,000/],
	['messenger', 'x'.repeat(2_001), /2,001 characters, and Messenger allows 2,000/],
	['whatsapp', 'x'.repeat(4_097), /4,097 characters, and WhatsApp allows 4,096/],
])('a text that is too long for %s is refused before anybody is to get it', (platform, message, said) => {
	const long = (platforms: string) => table(row('A', { platforms, messageSource: 'fixed', message }));
	expect(() => parseChatbot(long(platform))).toThrow(said);
	expect(() =>
		parseChatbot(table(row('A', { platforms: platform, messageSource: 'fixed', message: 'x' }))),
	).not.toThrow();
});
