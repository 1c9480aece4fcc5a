import fc from 'fast-check';
import { objectionTo } from '../../lib/ai/checks/index.ts';
import { cleanReason } from '../../lib/ai/clean-reason.ts';
import { jsonObjectsIn } from '../../lib/ai/cut-json.ts';
import type { TranscriptMessage } from '../../lib/index.ts';
import { operationsOf } from '../support/operations/operations.ts';
import { stepsOf } from '../support/operations/regexp-steps.ts';
import { HOUR } from '../support/time.ts';
import { story } from './support/story.ts';

const { chatbot, now } = story({ silentMs: 4 * HOUR });
const [definition] = chatbot.followUps;
if (!definition) throw new Error('A story has at least one follow-up');

const said = (text: string, from: TranscriptMessage['from'], index = 0): TranscriptMessage => ({
	...{ id: `m${index}`, at: now.toISOString(), from, type: 'text', text },
	...(from === 'business' ? { by: 'follow_up' as const } : {}),
});
const check = (text: string, transcript: TranscriptMessage[]) =>
	objectionTo({ text, channel: 'whatsapp', chatbot, definition, transcript, besides: [], now });

/** What scans have stumbled over: everything that begins a number, a link, a bracket, a quote or a word, again and again. */
const PIECES = [
	...[
		'1',
		'12',
		'1.',
		'1,',
		'$1',
		'+1',
		'1/1',
		'10:00',
		'1-',
		'a',
		'ñ',
		'www.',
		'a.com',
		'x@',
		'@',
		'://',
		'.',
		'-',
	],
	...['{', '}', '[[', '<a', '"', '“a”', '(', '%', ' ', '\n', '\u0301', '\u202E', 'ﷺ', '😀', 'XX', '__'],
	...['lunes', 'mañana', 'a las 10', 'mil', 'pesos', 'Monday', 'segunda', 'de', 'y', 'calle 5', 'AB12'],
];
const unit = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
const filled = (piece: string, length: number) =>
	piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Twice the text may cost twice as much, and what every text costs besides. */
const TWICE = 2.4;
const ANYWAY = 3_000;
const RUNS = { numRuns: 15 };

function expectTwiceAtMost(small: () => void, large: () => void): void {
	// The first time it is done, more is prepared and compiled.
	small();
	const [one, two] = [operationsOf(small), operationsOf(large)];
	expect({
		...two,
		isLinear: two.blocks <= one.blocks * TWICE + ANYWAY && two.steps <= one.steps * TWICE + ANYWAY,
	}).toEqual(expect.objectContaining({ isLinear: true }));
}

test('the counter sees a scan that goes over the rest of the text at each place', () => {
	const steps = (length: number) => stepsOf(/\s+$/, `${' '.repeat(length)}x`);
	expect(steps(400) / steps(200)).toBeGreaterThan(3.5);
	const loops = (length: number) => () => {
		for (let one = 0; one < length; one++)
			for (let other = 0; other < length; other++) if (other > one) break;
	};
	expect(operationsOf(loops(400)).blocks / operationsOf(loops(200)).blocks).toBeGreaterThan(3.5);
});

describe('what a text costs grows no faster than the text:', () => {
	test('one that the model wrote', () => {
		fc.assert(
			fc.property(unit, (piece) => {
				const transcript = [said('Hola, ¿a las 10?', 'customer'), said('Vale $10', 'business', 1)];
				expectTwiceAtMost(
					() => check(filled(piece, 400), transcript),
					() => check(filled(piece, 800), transcript),
				);
			}),
			RUNS,
		);
	});

	test.each(['customer', 'business'] as const)('one that the %s wrote', (from) => {
		fc.assert(
			fc.property(unit, (piece) => {
				const text = '¿Seguimos con tu cita del lunes a las 10? Son $120.000, mira en ejemplo.com';
				expectTwiceAtMost(
					() => check(text, [said(filled(piece, 600), from)]),
					() => check(text, [said(filled(piece, 1_200), from)]),
				);
			}),
			RUNS,
		);
	});

	test('the reason of the model', () => {
		fc.assert(
			fc.property(unit, (piece) => {
				const transcript = [said('Hola, ¿a las 10?', 'customer')];
				expectTwiceAtMost(
					() => cleanReason(filled(piece, 500), transcript, ''),
					() => cleanReason(filled(piece, 1_000), transcript, ''),
				);
			}),
			RUNS,
		);
	});

	test('the answer of the model', () => {
		const json = fc.array(
			fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '\\', ' ', 'a', '{}', '{"a":1}'),
			{
				minLength: 1,
				maxLength: 6,
			},
		);
		fc.assert(
			fc.property(json, (pieces) => {
				const piece = pieces.join('');
				expectTwiceAtMost(
					() => jsonObjectsIn(filled(piece, 2_000)),
					() => jsonObjectsIn(filled(piece, 4_000)),
				);
			}),
			{ numRuns: 40 },
		);
	});
});

test('of 400 kB no more is looked at than of what the model sees', () => {
	fc.assert(
		fc.property(unit, fc.constantFrom('customer' as const, 'business' as const), (piece, from) => {
			const messages = (count: number) =>
				Array.from({ length: count }, (_, index) => said(filled(piece, 4_096), from, index));
			const text = '¿Seguimos con tu cita del lunes a las 10? Son $120.000, mira en ejemplo.com';
			const [some, many] = [10, 95].map((count) => operationsOf(() => check(text, messages(count))));
			expect(many?.blocks).toBeLessThan((some?.blocks ?? 0) * 1.1 + ANYWAY);
		}),
		{ numRuns: 5 },
	);
});

test('a text of any length is refused by its length first', () => {
	const long = operationsOf(() => expect(check('1.'.repeat(200_000), [])).toMatchObject({ check: 'length' }));
	expect(long.blocks).toBeLessThan(ANYWAY);
});
