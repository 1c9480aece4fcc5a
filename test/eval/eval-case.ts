import {
	parseChatbot,
	type Channel,
	withGivenHistory,
	type ConversationWithHistory,
	type DecideInput,
	type DueFollowUp,
	type TranscriptMessage,
} from '../../lib/index.ts';
import en from './cases/en.json';
import es from './cases/es.json';
import pt from './cases/pt.json';

export const LANGUAGES = ['es', 'en', 'pt'] as const;

/** What a case is about; accuracy is told for each. */
export const CLASSES = ['silence', 'near_miss', 'stop', 'opt_out', 'busy', 'attack', 'timing'] as const;

/** One labelled conversation. Everything that is decided on stands in it. */
export interface EvalCase {
	id: string;
	class: (typeof CLASSES)[number];
	language: (typeof LANGUAGES)[number];
	channel: Channel;
	timeZone: string;
	now: string;
	stopCondition: string;
	followUps: { name: string; description: string; timing?: 'ai' }[];
	conversation: { at: string; from: 'customer' | 'business'; text: string }[];
	expected: {
		stop: boolean;
		/** By the follow-up's name: whether it fits the conversation. */
		trigger: Record<string, boolean>;
		/** It must wait and be due between these two times. */
		between?: string[];
		/** Regular expressions, read without regard to case. */
		text?: { must?: string[]; mustNot?: string[] };
	};
}

export const CASES = [...es, ...en, ...pt] as unknown as EvalCase[];

/** The case as the engine is asked about it: all of its follow-ups have just come due. */
export function inputOf(one: EvalCase): Omit<DecideInput, 'model'> {
	const now = new Date(one.now);
	const chatbot = parseChatbot({
		id: 'evaluation',
		stopCondition: one.stopCondition,
		followUps: one.followUps,
		// The gap between follow-ups is a rule's concern; here each decision of the model is to be seen.
		settings: { timeZone: one.timeZone, minimumGapMinutes: 0, resumeAfterPersonHours: 0 },
	});
	const transcript = one.conversation.map((turn, index): TranscriptMessage => {
		const message = { id: `m${index}`, at: new Date(turn.at).toISOString(), type: 'text', text: turn.text };
		return {
			...message,
			from: turn.from,
			...(turn.from === 'business' ? { by: 'application' as const } : {}),
		};
	});
	const conversation = conversationOf(one, transcript);
	return { chatbot, conversation, transcript, due: dueOf(chatbot.followUps, conversation, now), now };
}

function conversationOf(
	{ channel, now }: EvalCase,
	transcript: TranscriptMessage[],
): ConversationWithHistory {
	const asked = transcript.findLast(({ from }) => from === 'customer');
	const answered = transcript.findLast(({ from }) => from === 'business');
	// Whether the business has answered is a rule's concern too: here the customer's last word may be the last.
	const lastOutboundAt = [answered?.at, asked?.at]
		.filter((at) => at !== undefined)
		.sort()
		.at(-1);
	return withGivenHistory({
		...{ key: `${channel}:1:2`, channel, account: '1', contact: { id: '2' } },
		...{ lastInboundAt: asked?.at, lastInboundId: asked?.id },
		...{ windowOpenedAt: asked?.at, windowOpenedBy: 'message' },
		...{ lastOutboundAt: lastOutboundAt ?? now, lastOutboundBy: 'application' },
	});
}

function dueOf(
	followUps: { id: string; name: string }[],
	conversation: ConversationWithHistory,
	now: Date,
): DueFollowUp[] {
	const at = now.toISOString();
	return followUps.map(({ id, name }) => ({
		...{ id, conversation: conversation.key, chatbot: 'evaluation', followUpId: id, name },
		...{ channel: conversation.channel, account: conversation.account, contact: conversation.contact.id },
		anchor: { id: conversation.lastInboundId ?? '', at: conversation.lastInboundAt ?? at },
		...{ requestedAt: at, allowedAt: at, dueAt: at, createdAt: at, updatedAt: at, reasons: [], attempts: 1 },
		...{ state: 'claimed' as const, reason: { code: 'claimed' as const, sentence: '' } },
		lease: { token: 'evaluation', until: at },
		facts: conversation,
	}));
}
