import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { DecisionModel } from '../../lib/index.ts';
import { useModelServer } from '../ai/support/model-server.ts';
import { CASES, CLASSES, LANGUAGES, inputOf, type EvalCase } from './eval-case.ts';
import { evaluateModel } from './evaluate-model.ts';
import { printable, summaryOf } from './summary.ts';

const root = join(import.meta.dirname, '..', '..');
/** One for each follow-up of a conversation: the same text twice would be held back. */
const TEXTS = {
	es: [
		'Hola, ¿seguimos con lo que preguntaste? Quedamos atentos.',
		'¿Todavía quieres que te ayudemos? Cuéntanos con confianza.',
		'Estamos aquí por si quieres retomar la conversación.',
	],
	en: [
		'Hi, are you still interested? We are here to help.',
		'Just checking in: would you like to continue?',
		'Let us know if there is anything else you need.',
	],
	pt: [
		'Olá, ainda tem interesse? Estamos aqui para ajudar você.',
		'Oi! Quer continuar a nossa conversa?',
		'Se precisar de alguma coisa, é só chamar.',
	],
};

/** A model that knows what is expected of it, changed as a test wants. */
function knowing(
	change: (one: EvalCase) => Partial<{ stop: boolean; trigger: boolean; at: null }>,
): DecisionModel {
	return {
		name: 'knowing',
		async answer({ user }) {
			const document = JSON.parse(user) as {
				now: string;
				followUps: { name: string; chooseTime: boolean }[];
				transcript: { text: string }[];
			};
			const one = CASES.find(
				({ conversation, followUps }) =>
					conversation.at(-1)?.text === document.transcript.at(-1)?.text &&
					followUps[0]?.name === document.followUps[0]?.name,
			) as EvalCase;
			const { expected } = one;
			const { stop = expected.stop, trigger, at } = change(one);
			const time = at === null ? null : (expected.between?.[0] ?? null);
			const followUps = document.followUps.map(({ name, chooseTime }, index) => ({
				...{
					name,
					trigger: trigger ?? expected.trigger[name],
					reason: 'known',
					confidence: 1,
					message: TEXTS[one.language][index],
				},
				sendAt: chooseTime ? time : null,
			}));
			const notBefore = one.class === 'busy' ? time : null;
			const optOut = { met: stop && one.class === 'opt_out', reason: 'known' };
			const text = JSON.stringify({ stop: { met: stop, reason: 'known' }, optOut, notBefore, followUps });
			return { text, inputTokens: 1_000, outputTokens: 100 };
		},
	};
}

describe('the set', () => {
	test('has at least 60 conversations, every class in every language, each under an ID of its own', () => {
		expect(CASES.length).toBeGreaterThanOrEqual(60);
		expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
		const found = new Set(CASES.map((one) => `${one.language} ${one.class}`));
		for (const language of LANGUAGES)
			for (const name of CLASSES) expect(found).toContain(`${language} ${name}`);
	});

	test.each(CASES)('$id is whole', (one) => {
		const { chatbot, due, now, transcript } = inputOf(one);
		expect(Object.keys(one.expected.trigger).sort()).toEqual(
			chatbot.followUps.map((followUp) => followUp.name).sort(),
		);
		expect(due).toHaveLength(one.followUps.length);
		for (const { at } of transcript) expect(Date.parse(at)).toBeLessThan(now.getTime());
		for (const pattern of one.expected.text?.mustNot ?? [])
			expect(() => new RegExp(pattern, 'iu')).not.toThrow();
		if (one.expected.stop) expect(Object.values(one.expected.trigger)).not.toContain(true);
	});
});

describe('the judge', () => {
	test('finds nothing wrong with a model that decides as people did, and neither do the checks', async () => {
		const answered = await evaluateModel(
			knowing(() => ({})),
			CASES,
		);
		expect(answered.flatMap((one) => one.wrong.map((what) => `${one.case.id}: ${what}`))).toEqual([]);
		const summary = summaryOf(answered, { input: 2, output: 10 });
		expect(summary).toMatchObject({ all: { right: CASES.length, of: CASES.length }, falseSends: [] });
		expect(summary.calls).toBe(CASES.length);
		// Per conversation 1,000 tokens in at 2 and 100 out at 10 a million: 0.003.
		expect(summary.costPer1000Decisions).toBeCloseTo((0.003 * CASES.length * 1_000) / summary.decisions);
	});

	test('counts a model that always sends as false sends, by case', async () => {
		const answered = await evaluateModel(
			knowing(() => ({ stop: false, trigger: true })),
			CASES,
		);
		const silent = CASES.filter(
			({ expected }) => expected.stop || Object.values(expected.trigger).includes(false),
		);
		expect(new Set(summaryOf(answered).falseSends)).toEqual(new Set(silent.map(({ id }) => id)));
	});

	test('counts writing at once to who asked for later as a false send', async () => {
		const busy = CASES.filter(({ expected }) => expected.between !== undefined);
		const answered = await evaluateModel(
			knowing(() => ({ at: null })),
			busy,
		);
		expect(summaryOf(answered).falseSends).toEqual(busy.map(({ id }) => id));
	});

	test('counts a model that never sends as wrong and harmless', async () => {
		const answered = await evaluateModel(
			knowing(() => ({ stop: false, trigger: false })),
			CASES,
		);
		const { falseSends, byClass } = summaryOf(answered);
		expect(falseSends).toEqual([]);
		expect(byClass.silence?.right).toBe(0);
		expect(byClass.near_miss?.right).toBe(byClass.near_miss?.of);
		expect(printable(summaryOf(answered), answered)).toContain('es-silence-cita-sin-fecha');
	});
});

describe('the command', () => {
	const server = useModelServer();
	const run = async (...args: string[]) =>
		await execa(
			join(root, 'node_modules', '.bin', 'node'),
			[join(root, 'test', 'eval', 'main.ts'), '--base-url', server.url(), ...args],
			{ env: { ...process.env, EVAL_API_KEY: 'sandbox-model-key' } },
		);

	test('asks a server about all conversations, prints the figures and writes every answer down', async () => {
		const out = join(mkdtempSync(join(tmpdir(), 'meta-followup-eval-test-')), 'answers.json');
		const { stdout } = await run(
			'--model',
			'sandbox-rules-1',
			'--input-price',
			'2',
			'--output-price',
			'8',
			'--out',
			out,
		);
		for (const name of [...CLASSES, ...LANGUAGES])
			expect(stdout).toMatch(new RegExp(`^  ${name} +\\d+ of +\\d+ +\\d+ %$`, 'm'));
		expect(stdout).toMatch(/^False sends \(the expensive error\): \d+/m);
		expect(stdout).toMatch(/^Cost per 1,000 decisions: \d+\.\d\d$/m);
		const written = JSON.parse(readFileSync(out, 'utf8')) as { answers: unknown[] };
		expect(written.answers).toHaveLength(CASES.length);
		expect(readFileSync(out, 'utf8')).not.toContain('sandbox-model-key');
		const calls = await server.calls();
		expect(calls.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(CASES.length);
	});

	test('says what is missing', async () => {
		await expect(run()).rejects.toMatchObject({
			exitCode: 1,
			stderr: expect.stringContaining('--model is missing') as string,
		});
		await expect(run('--model', 'gpt-none')).rejects.toMatchObject({
			stderr: expect.stringContaining('does not know the model "gpt-none"') as string,
		});
	});
});
