import { DateTime } from 'luxon';
import type { ChatbotInput, TranscriptMessage } from '../../lib/index.ts';
import { parseChatbot } from '../../lib/index.ts';
import type { WrittenText } from '../../lib/ai/checks/check.ts';
import enDevelopment from './facts/en-development.json';
import enHeldOut from './facts/en-held-out.json';
import enThird from './facts/en-third.json';
import esDevelopment from './facts/es-development.json';
import esHeldOut from './facts/es-held-out.json';
import ptDevelopment from './facts/pt-development.json';
import ptHeldOut from './facts/pt-held-out.json';

/** One conversation with texts that a model might write: those whose facts were stated, and those that state one of their own. */
interface LabelledConversation {
	zone: string;
	country: string;
	/** How long ago it was said; today, unless told. */
	daysAgo?: number;
	/** "c: …" by the customer, "b: …" by the business. */
	said: string[];
	settings?: { voice?: string; description?: string; messageInstructions?: string };
	/** By what they are about. */
	fine: Record<string, string[]>;
	invented: Record<string, string[]>;
}

/**
 * The checks are tuned on the first part and judged by the others. Of the second, the mistakes were looked at once, on
 * 2026-11-30; the third was written before that and judges since.
 */
export const PARTS = ['development', 'held-out', 'third'] as const;
export type Part = (typeof PARTS)[number];

const CONVERSATIONS = {
	development: { es: esDevelopment, pt: ptDevelopment, en: enDevelopment },
	'held-out': { es: esHeldOut, pt: ptHeldOut, en: enHeldOut },
	third: { en: enThird },
} as unknown as Record<Part, Record<string, LabelledConversation[]>>;

/** A Tuesday afternoon, everywhere. */
const NOW = '2026-11-24T15:00';
const HOURS_BEFORE = 4;

export interface LabelledText {
	language: string;
	label: 'fine' | 'invented';
	topic: string;
	written: Omit<WrittenText, 'seen'>;
}

/** All labelled texts of a part, ready to be checked. */
export function labelledTexts(part: Part): LabelledText[] {
	return Object.entries(CONVERSATIONS[part]).flatMap(([language, conversations]) =>
		conversations.flatMap((conversation) => {
			const facts = factsOf(conversation);
			return (['fine', 'invented'] as const).flatMap((label) =>
				Object.entries(conversation[label]).flatMap(([topic, texts]) =>
					texts.map((text) => ({ language, label, topic, written: { ...facts, text } })),
				),
			);
		}),
	);
}

function factsOf(conversation: LabelledConversation): Omit<WrittenText, 'seen' | 'text'> {
	const { zone, country, daysAgo = 0, said, settings: { voice, ...own } = {} } = conversation;
	const now = DateTime.fromISO(NOW, { zone });
	const start = now.minus({ days: daysAgo, hours: HOURS_BEFORE });
	const input: ChatbotInput = {
		...{ id: 'labelled', stopCondition: 'stop' },
		followUps: [{ name: 'Uno', description: 'escribir si no contesta', ...own }],
		settings: { timeZone: zone, ...(voice ? { voice } : {}) },
	};
	const chatbot = parseChatbot(input);
	const [definition] = chatbot.followUps;
	if (!definition) throw new Error('There is one follow-up.');
	const transcript = said.map((line, index) => message(line, start.plus({ minutes: index }), index));
	return {
		...{ channel: 'whatsapp', chatbot, definition, transcript, besides: [], now: now.toJSDate() },
		contact: { id: `${country}.1` },
	};
}

function message(line: string, at: DateTime, index: number): TranscriptMessage {
	const [who, text] = [line.slice(0, 1), line.slice(3)];
	const common = { id: `m${index}`, at: at.toUTC().toISO() ?? '', type: 'text', text };
	return who === 'c' ? { ...common, from: 'customer' } : { ...common, from: 'business', by: 'application' };
}
