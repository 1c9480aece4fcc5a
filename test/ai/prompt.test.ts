import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Tiktoken } from 'js-tiktoken/lite';
import o200kBase from 'js-tiktoken/ranks/o200k_base';
import { buildPrompt, type ModelRequest, type TranscriptMessage } from '../../lib/index.ts';
import { FRAME, PROMPT_VERSION } from '../../lib/ai/frame.ts';
import { after } from '../support/time.ts';
import { story, type Story } from './support/story.ts';

interface Shown {
	customerLanguage?: string;
	olderMessagesLeftOut?: number;
	followUps: Record<string, unknown>[];
	transcript: {
		at: string;
		from: string;
		kind?: string;
		followUp?: true;
		text?: string;
		charactersCut?: number;
	}[];
}

const promptOf = (input: Story): ModelRequest =>
	buildPrompt({
		...input,
		candidates: input.chatbot.followUps.map((definition) => ({ definition, writeMessage: true })),
	});
const shown = (input: Story) => JSON.parse(promptOf(input).user) as Shown;

const CHAT = [
	'c: Hola, buenos días. Vi el anuncio de la limpieza dental y quería saber cuánto cuesta y qué días atienden',
	'b: ¡Hola, Laura! Con gusto. La limpieza con ultrasonido vale $120.000 e incluye profilaxis y aplicación de flúor.',
	'c: Perfecto. ¿Y cuánto se demora? Es que trabajo hasta las cinco y solo puedo por la tarde',
	'b: Dura unos 45 minutos. Tenemos horarios de lunes a viernes hasta las 7 pm y los sábados hasta la 1 pm.',
];

describe('20 messages and 5 follow-ups', () => {
	const input = story({
		said: Array.from({ length: 20 }, (_, index) => CHAT[index % CHAT.length] as string),
		followUps: [
			[
				'Recordatorio de cita pendiente - 4 horas',
				'Enviar seguimiento cuando un cliente muestra interés en agendar una cita pero no confirma la fecha y hora',
			],
			['Seguimiento post-venta', 'Seguimiento después de una compra para asegurar satisfacción del cliente'],
			[
				'Seguimiento de consulta - 24 horas',
				'Enviar seguimiento cuando un cliente pregunta por un producto pero no responde en 6 horas',
			],
			[
				'Servicios sin cerrar',
				'Recordatorio para clientes que solicitaron información sobre servicios pero dejaron la conversación sin cerrar',
			],
			[
				'Recordatorio de producto abandonado',
				'Seguimiento de venta cuando el cliente muestra interés pero no completa la compra',
			],
		].map(([name, description]) => ({
			name,
			description,
			messageInstructions: 'Amable, dos frases como mucho',
		})),
		settings: { voice: 'Somos una clínica dental de Bogotá y tratamos de usted, con calidez' },
	});
	const tokens = new Tiktoken(o200kBase);

	test('take at most 2,500 tokens, schema included', () => {
		const { system, user, schema } = promptOf(input);
		const parts = { frame: system, data: user, schema: JSON.stringify(schema) };
		const counts = Object.entries(parts).map(([part, text]) => [part, tokens.encode(text).length] as const);
		const total = counts.reduce((sum, [, count]) => sum + count, 0);
		process.stdout.write(
			`Prompt of 20 messages and 5 follow-ups (o200k_base): ${total} tokens ${JSON.stringify(Object.fromEntries(counts))}\n`,
		);
		expect(total).toBeLessThanOrEqual(2_500);
	});

	test('hold everything that was said, in order, with local times', () => {
		const { transcript } = shown(input);
		expect(transcript.map(({ text }) => text)).toEqual(input.transcript.map(({ text }) => text));
		expect(transcript[0]?.at).toBe('2026-11-23 10:00');
	});
});

test('a changed frame has a changed version', () => {
	const fingerprint = createHash('sha256').update(FRAME).digest('hex').slice(0, 12);
	expect({ [PROMPT_VERSION]: fingerprint }).toMatchInlineSnapshot(`
		{
		  "2026-12-01.2": "9582ac820c0a",
		}
	`);
});

test('media appear by kind and caption, earlier follow-ups as such, and the language is named', () => {
	const input = story({ said: ['c: Hola, quiero una cita', 'b: ¿Para cuándo?', 'f: Hola, ¿seguimos?'] });
	const media: TranscriptMessage[] = [
		{ id: 'a', at: after(1).toISOString(), from: 'customer', type: 'image', text: 'mi muela' },
		{ id: 'b', at: after(2).toISOString(), from: 'customer', type: 'audio' },
	];
	const { transcript, customerLanguage } = shown({ ...input, transcript: [...input.transcript, ...media] });
	expect(customerLanguage).toBe('es');
	expect(transcript.slice(2)).toMatchObject([
		{ from: 'business', followUp: true },
		{ from: 'customer', kind: 'image', text: 'mi muela' },
		{ from: 'customer', kind: 'audio' },
	]);
	expect(transcript[4]).not.toHaveProperty('text');
});

test('however long a conversation: the newest is kept, the size is bounded, and what was cut is said', () => {
	const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 4_000 }), { minLength: 1, maxLength: 60 });
	fc.assert(
		fc.property(texts, (said) => {
			const input = story({ said: said.map((text) => `c: ${text}`) });
			const { transcript, olderMessagesLeftOut = 0 } = shown(input);
			expect(transcript.length + olderMessagesLeftOut).toBe(said.length);
			expect(transcript.length).toBeGreaterThan(0);
			const characters = transcript.reduce((sum, { text = '' }) => sum + [...text].length, 0);
			expect(characters).toBeLessThanOrEqual(13_500);
			for (const { text = '' } of transcript) {
				expect([...text].length).toBeLessThanOrEqual(1_500);
			}
		}),
		{ numRuns: 30 },
	);
});

test('a message that is too long itself says how much of it is missing', () => {
	const [message] = shown(story({ said: [`c: ${'á'.repeat(1_700)}`] })).transcript;
	expect(message).toMatchObject({ text: 'á'.repeat(1_500), charactersCut: 200 });
});
