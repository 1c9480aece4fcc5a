import {
	parseChatbot,
	type Channel,
	type Chatbot,
	type ChatbotInput,
	withGivenHistory,
	type ConversationWithHistory,
	type DecideInput,
	type DueFollowUp,
	type TranscriptMessage,
} from '../../../lib/index.ts';
import { HOUR, MINUTE, START, after } from '../../support/time.ts';

type FollowUpInput = ChatbotInput['followUps'][number];

export interface StoryInput {
	/** What was said, oldest first: "c: …" by the customer, "b: …" by the business, "f: …" by an earlier follow-up. */
	said?: string[];
	followUps?: Partial<FollowUpInput>[];
	settings?: ChatbotInput['settings'];
	channel?: Channel;
	/** How long the customer has been silent. */
	silentMs?: number;
}

export type Story = Omit<DecideInput, 'model'>;

const SAID = ['c: Hola, quiero una cita para limpieza dental', 'b: ¡Claro! ¿Qué día te queda bien?'];

/** A silence in Bogota, with its follow-ups due now. */
export function story(input: StoryInput = {}): Story {
	const { said = SAID, followUps = [{}], channel = 'whatsapp', silentMs = 4 * HOUR } = input;
	const chatbot = parseChatbot({
		id: 'clinic',
		stopCondition: 'El cliente confirma la cita, la cancela o dice que ya no le interesa',
		followUps: followUps.map((one, index) => ({
			name: `Cita ${index + 1}`,
			description: 'El cliente mostró interés en una cita y no la confirmó',
			...one,
		})),
		settings: { timeZone: 'America/Bogota', minimumGapMinutes: 0, ...input.settings },
	});
	const transcript = said.map((line, index) => turn(line, after(index * MINUTE)));
	const customers = transcript.filter(({ from }) => from === 'customer').at(-1);
	const conversation = withGivenHistory({
		key: `${channel}:210000000000001:CO.1`,
		...{ channel, account: '210000000000001', contact: { id: 'CO.1' } },
		lastInboundAt: customers?.at,
		lastInboundId: customers?.id,
		windowOpenedAt: customers?.at,
		windowOpenedBy: 'message',
		lastOutboundAt: after(said.length * MINUTE).toISOString(),
		lastOutboundBy: 'application',
	});
	const now = after(silentMs);
	return { chatbot, conversation, transcript, due: dueOf(chatbot, conversation, now), now };
}

function turn(line: string, at: Date): TranscriptMessage {
	const [, who, text = ''] = /^([cbf]): ([\s\S]*)$/.exec(line) ?? [];
	const id = `m${at.getTime() - START.getTime()}`;
	const message = { id, at: at.toISOString(), type: 'text', text };
	if (who === 'c') return { ...message, from: 'customer' };
	return { ...message, from: 'business', by: who === 'f' ? 'follow_up' : 'application' };
}

function dueOf(chatbot: Chatbot, conversation: ConversationWithHistory, now: Date): DueFollowUp[] {
	const at = now.toISOString();
	return chatbot.followUps.map(({ id, name }) => ({
		...{ id: `row of ${id}`, conversation: conversation.key, chatbot: chatbot.id, followUpId: id, name },
		...{ channel: conversation.channel, account: conversation.account, contact: conversation.contact.id },
		anchor: { id: conversation.lastInboundId ?? '', at: conversation.lastInboundAt ?? at },
		...{ requestedAt: at, allowedAt: at, dueAt: at, createdAt: at, updatedAt: at, reasons: [], attempts: 1 },
		state: 'claimed',
		reason: { code: 'claimed', sentence: '' },
		lease: { token: 'lease', until: after(HOUR, now).toISOString() },
		facts: conversation,
	}));
}
