import {
	DefinitionError,
	ModelAnswerError,
	ModelConfigurationError,
	ModelUnavailableError,
	decideFollowUps,
} from '../../lib/index.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { decideOne } from './support/decide-one.ts';
import { scripted } from './support/scripted-model.ts';
import { story, type Story } from './support/story.ts';

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

	/** The window ends after a day, and nothing goes in its last minutes. */
	const lastMoment = ({ chatbot, conversation }: Story) =>
		after(
			24 * HOUR - chatbot.settings.safetyMarginMinutes * MINUTE,
			new Date(conversation.windowOpenedAt ?? ''),
		);

	test.each([
		['asks for more than the window has left', story(), 99_999_999_999_000],
		['is down shortly before the window ends', story({ silentMs: 24 * HOUR - 20 * MINUTE }), undefined],
	])('a server that %s is asked once more at the last allowed moment', async (_what, input, retryAfterMs) => {
		const decision = await decideOne(input, scripted(new ModelUnavailableError('busy', retryAfterMs)));
		const until = lastMoment(input).toISOString();
		expect(decision).toMatchObject({ action: 'wait', code: 'ai_retry', until });
	});

	test('it ends as unavailable at the last allowed moment', async () => {
		const input = story();
		const decision = await decideOne({ ...input, now: lastMoment(input) }, down());
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
