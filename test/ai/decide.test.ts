import {
	DefinitionError,
	ModelAnswerError,
	ModelConfigurationError,
	ModelUnavailableError,
	decideFollowUps,
	type Decision,
} from '../../lib';
import { HOUR, MINUTE, after } from '../support/time';
import { GOOD_TEXT, scripted } from './support/scripted-model';
import { story, type Story } from './support/story';

const decideOne = async (input: Story, model = scripted({})): Promise<Decision> => {
	const decisions = await decideFollowUps({ ...input, model });
	expect(decisions).toHaveLength(1);
	return decisions[0] as Decision;
};
const text = (decision: Decision) => (decision.content?.kind === 'text' ? decision.content.text : undefined);

/** The same follow-up, due again after it waited as decided, with what the store kept of it. */
function dueAgain(input: Story, decision: Decision): Story {
	const now = new Date(decision.until ?? '');
	const { content, ...kept } = decision;
	const why = { code: decision.code, sentence: decision.reason };
	const due = input.due.map((one) => ({ ...one, content, decision: kept, reasons: [...one.reasons, why] }));
	return { ...input, due, now };
}

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

	test('is not made when the rules decide', async () => {
		const input = story();
		const model = scripted({});
		const conversation = { ...input.conversation, optedOutAt: input.now.toISOString() };
		expect(await decideOne({ ...input, conversation }, model)).toMatchObject({
			action: 'skip',
			code: 'opted_out',
		});
		expect(model.asked).toHaveLength(0);
	});

	test('a met stop condition stops every one of them', async () => {
		const model = scripted({ stop: { met: true, reason: 'Confirmó la cita' } });
		const decisions = await decideFollowUps({ ...story({ followUps: [{}, {}] }), model });
		expect(decisions.map(({ action, code, reason }) => [action, code, reason])).toEqual([
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

describe('timing by AI', () => {
	const aiTiming = () => story({ followUps: [{ timing: 'ai' }], silentMs: 30 * MINUTE });

	test('waits until the proposed moment, and sends the text of then without a second call', async () => {
		const input = aiTiming();
		const sendAt = after(3 * HOUR).toISOString();
		const waiting = await decideOne(input, scripted({ followUps: [{ sendAt }] }));
		expect(waiting).toMatchObject({
			action: 'wait',
			code: 'ai_asked_to_wait',
			until: sendAt,
			proposedAt: sendAt,
		});
		const model = scripted({});
		const sent = await decideOne(dueAgain(input, waiting), model);
		expect(sent).toMatchObject({ action: 'send', code: 'decided_before', proposedAt: sendAt });
		expect(text(sent)).toBe(GOOD_TEXT);
		expect(model.asked).toHaveLength(0);
	});

	test('is asked again when the business has written since', async () => {
		const input = aiTiming();
		const waiting = await decideOne(
			input,
			scripted({ followUps: [{ sendAt: after(3 * HOUR).toISOString() }] }),
		);
		const again = dueAgain(input, waiting);
		const answer = {
			id: 'new',
			at: after(HOUR).toISOString(),
			from: 'business',
			type: 'text',
			text: '¿Hola?',
		} as const;
		const model = scripted({});
		const sent = await decideOne({ ...again, transcript: [...again.transcript, answer] }, model);
		expect(sent.code).toBe('decided_send');
		expect(model.asked).toHaveLength(1);
		expect(JSON.parse(model.asked[0]?.user ?? '').followUps[0].chooseTime).toBe(false);
	});

	test.each([
		['after the window', after(200 * HOUR)],
		['in another century', new Date('2099-12-31T23:59:59Z')],
	])('a proposal %s is brought to the last safe moment, and both are kept', async (_when, proposed) => {
		const input = aiTiming();
		const decision = await decideOne(input, scripted({ followUps: [{ sendAt: proposed.toISOString() }] }));
		const last = after(24 * HOUR - 15 * MINUTE).toISOString();
		expect(decision).toMatchObject({ action: 'wait', until: last, proposedAt: proposed.toISOString() });
	});

	test('a proposal in the past, or one that is no time, means now', async () => {
		for (const sendAt of ['2020-01-01T00:00:00Z', 'soon', '']) {
			expect((await decideOne(aiTiming(), scripted({ followUps: [{ sendAt }] }))).action).toBe('send');
		}
	});

	test('a time without offset is one of the time zone of the business', async () => {
		const decision = await decideOne(aiTiming(), scripted({ followUps: [{ sendAt: '2026-11-23T15:00' }] }));
		expect(decision.until).toBe('2026-11-23T20:00:00.000Z');
	});

	test('is not offered on Instagram, and a time given there is ignored', async () => {
		const input = story({ followUps: [{ timing: 'ai' }], channel: 'instagram' });
		const model = scripted({ followUps: [{ sendAt: after(9 * HOUR).toISOString() }] });
		expect((await decideOne(input, model)).action).toBe('send');
		expect(JSON.parse(model.asked[0]?.user ?? '').followUps[0]).toMatchObject({ chooseTime: false });
	});
});

describe('a customer who asks to be written to later', () => {
	const said = ['c: Hola, quiero una cita', 'b: ¿Qué día?', 'c: Ahora no puedo, escríbeme mañana a las 8'];
	const tomorrow = '2026-11-24T08:00:00-05:00';
	const until = '2026-11-24T13:00:00.000Z';
	const asks = (notBefore = tomorrow) => scripted({ notBefore });

	test('is written to then, if the window allows', async () => {
		const decision = await decideOne(story({ said }), asks());
		expect(decision).toMatchObject({
			action: 'wait',
			code: 'customer_asked_later',
			until,
			proposedAt: until,
		});
	});

	test('is not made to wait a second time by the same words', async () => {
		const input = story({ said });
		const waiting = await decideOne(input, asks());
		expect(await decideOne(dueAgain(input, waiting), asks('2026-11-24T09:00:00-05:00'))).toMatchObject({
			action: 'send',
		});
	});

	test('gets nothing when no message is allowed at that time', async () => {
		const decision = await decideOne(story({ said }), asks('2026-11-30T08:00:00-05:00'));
		expect(decision).toMatchObject({ action: 'skip', code: 'customer_asked_too_late' });
	});

	test('is written to after the window where there is a template', async () => {
		const template = { templateName: 'recordatorio_cita', templateLanguage: 'es' };
		const decision = await decideOne(
			story({ said, followUps: [template] }),
			asks('2026-11-30T08:00:00-05:00'),
		);
		expect(decision).toMatchObject({ action: 'wait', until: '2026-11-30T13:00:00.000Z' });
	});

	test('is not kept waiting for a follow-up that does not fit', async () => {
		const model = scripted({ notBefore: tomorrow, followUps: [{ trigger: false }] });
		expect((await decideOne(story({ said }), model)).code).toBe('not_triggered');
	});
});

describe('when the model fails', () => {
	const down = () => scripted(new ModelUnavailableError('down'));

	test('the follow-up waits while its window allows', async () => {
		const input = story();
		const decision = await decideOne(input, down());
		const until = after(15 * MINUTE, input.now).toISOString();
		expect(decision).toMatchObject({ action: 'wait', code: 'ai_retry', until });
	});

	test('a server that asks for an hour gets an hour', async () => {
		const input = story();
		const decision = await decideOne(input, scripted(new ModelUnavailableError('busy', HOUR)));
		expect(decision.until).toBe(after(HOUR, input.now).toISOString());
	});

	test('it ends as unavailable when the window allows no more waiting', async () => {
		const decision = await decideOne(story({ silentMs: 24 * HOUR - 20 * MINUTE }), down());
		expect(decision).toMatchObject({ action: 'skip', code: 'ai_unavailable' });
	});

	test.each([
		['refused', 'ai_refused', 1],
		['too_long', 'ai_too_long', 1],
		['empty', 'ai_answer_empty', 2],
		['cut_off', 'ai_answer_cut_off', 2],
	] as const)('an answer that is %s ends as %s, and what it cost is counted', async (kind, code, calls) => {
		const spent = { inputTokens: 500, outputTokens: 7 };
		const model = scripted(new ModelAnswerError(kind, 'no use', spent));
		const decision = await decideOne(story(), model);
		expect(decision).toMatchObject({ action: 'skip', code });
		expect(decision.use).toMatchObject({ calls, inputTokens: 500 * calls, outputTokens: 7 * calls });
	});

	test('a setting that only a person can mend is thrown, with nothing decided', async () => {
		const wrongKey = new ModelConfigurationError('wrong key', 'mend it');
		await expect(decideFollowUps({ ...story(), model: scripted(wrongKey) })).rejects.toBe(wrongKey);
	});
});

describe('rules only', () => {
	test('sends the fixed text', async () => {
		const input = story({ followUps: [{ messageSource: 'fixed', message: ' Hola, ¿seguimos? ' }] });
		const [decision] = await decideFollowUps(input);
		expect(decision).toMatchObject({ action: 'send', content: { kind: 'text', text: 'Hola, ¿seguimos?' } });
	});

	test('names every follow-up that needs a model before anything is decided', async () => {
		const fixed = { messageSource: 'fixed', message: 'Hola' } as const;
		const input = story({ followUps: [fixed, {}, { ...fixed, timing: 'ai' }, { active: false }] });
		const error: unknown = await decideFollowUps(input).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(DefinitionError);
		expect((error as DefinitionError).problems).toEqual([
			'Follow-up "Cita 2": Message is "Written by AI", and Decide By is Rules Only; choose Fixed Text, or choose a model under Decide By',
			'Follow-up "Cita 3": Timing is "Let AI Decide", and Decide By is Rules Only; choose Fixed Delay, or choose a model under Decide By',
		]);
	});

	test('needs no text where only the template can go', async () => {
		const input = story({
			followUps: [
				{
					platforms: ['whatsapp'],
					delay: 2,
					delayUnit: 'days',
					templateName: 'recordatorio_cita',
					templateLanguage: 'es',
				},
			],
			silentMs: 48 * HOUR,
		});
		expect((await decideFollowUps(input))[0]).toMatchObject({
			action: 'send',
			content: { kind: 'template' },
		});
	});
});

describe('what the log gets to see', () => {
	test('a reason that quotes the customer is replaced', async () => {
		const said = ['c: mi cédula es 79.123.456 y vivo en la calle 10 número 5 de Bogotá', 'b: Gracias'];
		const quote = 'Dijo: mi cédula es 79.123.456 y vivo en la calle 10 número 5';
		const model = scripted({ followUps: [{ trigger: false, reason: quote }] });
		const decision = await decideOne(story({ said }), model);
		expect(decision.reason).not.toMatch(/79|calle/);
	});

	test('a reason is one short line without phone numbers and addresses', async () => {
		const reason = `Llamar al 300 123 4567\no escribir a ana@example.com ${'muy '.repeat(200)}`;
		const decision = await decideOne(story(), scripted({ followUps: [{ trigger: false, reason }] }));
		expect(decision.reason).not.toMatch(/300|ana@|\n/);
		expect(decision.reason.length).toBeLessThanOrEqual(240);
	});
});
