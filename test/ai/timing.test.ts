import { HOUR, MINUTE, after } from '../support/time.ts';
import { decideOne, dueAgain, text } from './support/decide-one.ts';
import { GOOD_TEXT, scripted } from './support/scripted-model.ts';
import { story } from './support/story.ts';

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
