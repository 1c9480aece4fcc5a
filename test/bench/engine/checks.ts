import type { ConversationWithHistory, TranscriptMessage } from '../../../lib/messaging/conversation.ts';
import type { DueFollowUp } from '../../../lib/follow-up/types.ts';
import type { Bench } from '../bench.ts';
import type { Engine } from '../built-engine.ts';
import { longestStandStill } from '../stand-still.ts';
import { median } from '../statistics.ts';

const MESSAGES = 95;
/** The longest text that WhatsApp lets a customer send. */
const CHARACTERS = 4_096;
/** What a scan has to look at again and again: whatever may begin a number, a date, a link, a quote, an object, a word. */
const PIECES = [
	...['1', '1 ', '1.', '1ñ', '$1 ', '+1', '1-', '9,', '12345678901234567 '],
	...[
		'1/1 ',
		'10:00 ',
		'31 de ',
		'2026-11-',
		'lunes ',
		'mañana ',
		'segunda ',
		'mil ',
		'dos ',
		'y ',
		'a las 5 ',
	],
	...['a.com ', 'a.', 'x@y ', 'www.', 'https://', '://', 'a-', 'calle a ', 'AB12 '],
	...['{', '}', '{"a":', '"', '\\', '[[', '(', '<a', '“a” ', '%', '_'],
	...[' ', '\n', 'ﷺ', 'İ', 'a\u0301\u0302', '\u202E', '\u200D', '👩‍👩‍👧', '\uD83D', 'ﬁ', '가', 'ᄀ'],
];
/** The longest text that may go. */
const TEXT_CHARACTERS = 1_500;
const TEXT = 'Hola, ¿seguimos con tu cita del lunes a las 10? Son $120.000, mira en ejemplo.com';

/**
 * How long nothing else runs in n8n while a text is checked against the longest transcript a customer can make, and while an
 * answer of a model is read that is nothing but such pieces.
 */
export async function measureChecks(bench: Bench, engine: Engine): Promise<void> {
	const cases = PIECES.flatMap((piece) => {
		const texts = Array.from({ length: MESSAGES }, () => filled(piece, CHARACTERS));
		const one = transcriptOf(['Hola'], 'customer');
		return [
			{ transcript: transcriptOf(texts, 'customer'), answer: answerWith(TEXT) },
			{ transcript: transcriptOf(texts, 'business'), answer: answerWith(TEXT) },
			{ transcript: one, answer: answerWith(filled(piece, 400_000)) },
			// The longest that is read for facts, and an answer that is nothing but such pieces, as long as one is read.
			{ transcript: transcriptOf(texts, 'customer'), answer: answerWith(filled(piece, TEXT_CHARACTERS)) },
			{ transcript: one, answer: filled(piece, 200_000) },
		];
	});
	const medians: number[] = [];
	for (const { transcript, answer } of cases) {
		const took: number[] = [];
		// What else the machine does stands still too: the first run of each is not counted, of the others the median.
		for (let run = 0; run <= bench.size.runs; run++) took.push(await standStill(engine, transcript, answer));
		medians.push(median(took.slice(1)));
	}
	bench.keep('checks of 400 kB, stand-still, ms', medians);
	bench.figure({
		...{ name: 'checks of 400 kB, longest stand-still', value: Math.max(...medians), unit: 'ms' },
		...{ runs: bench.size.runs, target: { atMost: 50, of: 'value' } as const },
		note: `texts checked against ${MESSAGES} messages of ${CHARACTERS} characters, texts of 400,000, and answers of 200,000 that are none; the longest of ${cases.length} medians`,
	});
}

/** An answer of the model that gives its reason and its message in these words. */
function answerWith(message: string): string {
	const own = { name: 'Later', trigger: true, reason: message, confidence: 1, sendAt: null, message };
	return JSON.stringify({ stop: { met: false, reason: '' }, notBefore: null, followUps: [own] });
}

async function standStill(engine: Engine, transcript: TranscriptMessage[], text: string): Promise<number> {
	const chatbot = engine.parseChatbot({
		...{ id: 'bench', stopCondition: 'When the customer confirms' },
		followUps: [{ name: 'Later', description: 'When the customer is silent', delay: 1 }],
	});
	const now = new Date();
	const at = new Date(now.getTime() - 2 * 3_600_000).toISOString();
	const conversation: ConversationWithHistory = {
		...{ key: 'whatsapp:1:c', channel: 'whatsapp', account: '1', contact: { id: 'CO.1' } },
		...{ lastInboundAt: at, lastInboundId: 'm', windowOpenedAt: at, windowOpenedBy: 'message' },
		...{ lastOutboundAt: at, lastOutboundBy: 'application' },
		followUpsSentAt: [],
		...{
			lastFollowUpAnchorId: undefined,
			marketingHeldBackAt: undefined,
			accountPause: undefined,
			clockOff: undefined,
		},
	};
	const lease = { token: 't', until: now.toISOString() };
	const due = {
		...{ id: 'f', chatbot: 'bench', followUpId: 'Later', name: 'Later', conversation: conversation.key },
		...{
			channel: 'whatsapp',
			account: '1',
			contact: 'CO.1',
			anchor: { id: 'm', at },
			dueAt: at,
			allowedAt: at,
		},
		...{ state: 'claimed', attempts: 1, lease, reason: { code: 'planned', sentence: '' }, reasons: [] },
		facts: conversation,
	} as unknown as DueFollowUp;
	const model = { name: 'bench', answer: async () => ({ text }) };
	return await longestStandStill(async () => {
		const decisions = await engine.decideFollowUps({
			chatbot,
			conversation,
			transcript,
			due: [due],
			model,
			now,
		});
		if (decisions.length !== 1) throw new Error(`${decisions.length} decisions`);
	});
}

function transcriptOf(texts: string[], from: TranscriptMessage['from']): TranscriptMessage[] {
	const start = Date.now() - 3 * 3_600_000;
	return texts.map((text, index) => ({
		...{ id: `m${index}`, at: new Date(start + index).toISOString(), from, type: 'text', text },
		...(from === 'business' ? { by: 'follow_up' as const } : {}),
	}));
}

function filled(piece: string, length: number): string {
	return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
