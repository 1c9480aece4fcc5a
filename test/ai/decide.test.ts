import { ModelUnavailableError, decideFollowUps } from '../../lib/index.ts';
import { decideOne, text } from './support/decide-one.ts';
import { GOOD_TEXT, scripted } from './support/scripted-model.ts';
import { story } from './support/story.ts';

describe('one call for the conversation', () => {
	test('decides all due follow-ups, in the order of the list, and its cost adds up over them', async () => {
		const input = story({ followUps: [{}, {}, {}] });
		const model = scripted({
			followUps: [
				{ message: 'Hola, ¿seguimos con tu cita?' },
				{ trigger: false },
				{ message: 'Quedamos pendientes de tu respuesta, ¿te ayudamos a agendar?' },
			],
		});
		const decisions = await decideFollowUps({ ...input, due: input.due.toReversed(), model });
		expect(model.asked).toHaveLength(1);
		expect(decisions.map(({ followUpId, action, code }) => [followUpId, action, code])).toEqual([
			['Cita 1', 'send', 'decided_send'],
			['Cita 2', 'skip', 'not_triggered'],
			['Cita 3', 'send', 'decided_send'],
		]);
		const sum = (field: 'calls' | 'inputTokens' | 'outputTokens') =>
			decisions.reduce((total, { use }) => total + (use?.[field] ?? 0), 0);
		expect([sum('calls'), sum('inputTokens'), sum('outputTokens')]).toEqual([1, 1_000, 101]);
	});

	test.each([
		['opted_out', 'optedOutAt'],
		['converted', 'convertedAt'],
	])('is not made when the rules decide: %s while the claim was on its way', async (code, fact) => {
		const input = story();
		const model = scripted({});
		const conversation = { ...input.conversation, [fact]: input.now.toISOString() };
		expect(await decideOne({ ...input, conversation }, model)).toMatchObject({ action: 'skip', code });
		expect(model.asked).toHaveLength(0);
	});

	test('a met stop condition stops every one of them', async () => {
		const model = scripted({ stop: { met: true, reason: 'Confirmó la cita' } });
		const decisions = await decideFollowUps({ ...story({ followUps: [{}, {}] }), model });
		expect(decisions.map(({ action, code, sentence }) => [action, code, sentence])).toEqual([
			['stop', 'stopped', 'Confirmó la cita'],
			['stop', 'stopped', 'Confirmó la cita'],
		]);
	});
});

describe('a text that may not go', () => {
	test('is asked for once more with the complaint, and the mended one goes', async () => {
		const model = scripted({ followUps: [{ message: 'Hola {{nombre}}, ¿seguimos?' }] }, {});
		const decision = await decideOne(story(), model);
		expect(text(decision)).toBe(GOOD_TEXT);
		expect(model.asked[1]?.repair?.complaint).toContain('{{nombre}}');
		expect(decision.use).toMatchObject({ calls: 2, inputTokens: 2_000, objections: ['leftovers'] });
	});

	test('is not sent when the second one is no better', async () => {
		const model = scripted({ followUps: [{ message: 'Entra a https://ofertas.example.com' }] });
		const decision = await decideOne(story(), model);
		expect(decision).toMatchObject({ action: 'skip', code: 'ai_text_unusable' });
		expect(decision.content).toBeUndefined();
		expect(decision.use?.objections).toEqual(['inventedFacts', 'inventedFacts']);
		expect(model.asked).toHaveLength(2);
	});

	test('gives way to the fixed message where the business chose so', async () => {
		const input = story({
			followUps: [{ message: 'Seguimos a tu disposición.' }],
			settings: { useFixedMessageWhenAiFails: true },
		});
		const decision = await decideOne(input, scripted({ followUps: [{ message: '[[SKIP]]' }] }));
		expect(decision).toMatchObject({ action: 'send', code: 'fixed_message_instead' });
		expect(text(decision)).toBe('Seguimos a tu disposición.');
	});

	test('does not take the others of the batch with it', async () => {
		const model = scripted({
			followUps: [{ message: 'null' }, { message: 'Hola, ¿te ayudamos con la cita?' }],
		});
		const decisions = await decideFollowUps({ ...story({ followUps: [{}, {}] }), model });
		expect(decisions.map(({ action, code }) => [action, code])).toEqual([
			['skip', 'ai_text_unusable'],
			['send', 'decided_send'],
		]);
	});

	test('what the first answer decided stands when the service fails while mending', async () => {
		const model = scripted(
			{ followUps: [{ trigger: false, message: null }, { message: 'Hola [nombre]' }] },
			new ModelUnavailableError('down'),
		);
		const decisions = await decideFollowUps({ ...story({ followUps: [{}, {}] }), model });
		expect(decisions.map(({ code }) => code)).toEqual(['not_triggered', 'ai_text_unusable']);
	});
});

describe('what the log gets to see', () => {
	test('a reason that quotes the customer is replaced', async () => {
		const said = ['c: mi cédula es 79.123.456 y vivo en la calle 10 número 5 de Bogotá', 'b: Gracias'];
		const quote = 'Dijo: mi cédula es 79.123.456 y vivo en la calle 10 número 5';
		const model = scripted({ followUps: [{ trigger: false, reason: quote }] });
		const decision = await decideOne(story({ said }), model);
		expect(decision.sentence).not.toMatch(/79|calle/);
	});

	test('a reason is one short line without phone numbers and addresses', async () => {
		const reason = `Llamar al 300 123 4567\no escribir a ana@example.com ${'muy '.repeat(200)}`;
		const decision = await decideOne(story(), scripted({ followUps: [{ trigger: false, reason }] }));
		expect(decision.sentence).not.toMatch(/300|ana@|\n/);
		expect(decision.sentence.length).toBeLessThanOrEqual(240);
	});
});
