import * as z from 'zod4';
import { parseChatbot } from '../follow-up/parse-chatbot.ts';
import { CHANNELS } from '../messaging/channel.ts';
import { conversationKey } from '../messaging/conversation-key.ts';
import { RefusedError } from '../messaging/refused-error.ts';
import type { PastConversation } from './types.ts';

const time = z.iso.datetime({
	offset: true,
	error: 'must be a time in ISO 8601, e.g. 2026-11-24T09:57:00-05:00',
});

const message = z.object({
	id: z.string().optional(),
	at: time,
	from: z.enum(['customer', 'business'], 'must be customer or business'),
	by: z.enum(['person', 'application', 'follow_up', 'unknown']).optional(),
	type: z.string().default('text'),
	text: z.string('must be text').optional(),
});

/** One conversation in the form of the evaluation set; what it expects of a model is not looked at. */
const item = z.object({
	id: z.coerce.string().optional(),
	language: z.string().optional(),
	channel: z.enum(CHANNELS, `must be one of ${CHANNELS.join(', ')}`).default('whatsapp'),
	account: z.coerce.string().default('simulation'),
	contact: z.union([z.string(), z.looseObject({ id: z.string(), phone: z.string().optional() })]).optional(),
	timeZone: z.string().optional(),
	now: time.optional(),
	stopCondition: z.string().optional(),
	followUps: z.array(z.unknown(), 'must be a list of follow-ups').optional(),
	settings: z.record(z.string(), z.unknown()).optional(),
	conversation: z
		.array(message, 'must be a list of messages with at, from and text')
		.min(1, 'is empty: give at least one message of the customer'),
});

/**
 * Reads a conversation that came as an item. With `followUps` it is played through these, otherwise through those of the
 * chosen chatbot.
 * @throws RefusedError naming the field; DefinitionError when its follow-ups cannot be used.
 */
export function readPastConversation(value: unknown, place: number): PastConversation {
	const read = item.safeParse(value);
	if (!read.success) {
		const [first] = read.error.issues;
		throw new RefusedError(
			`The conversation cannot be read: ${first?.path.join('.') || 'it'} ${first?.message ?? ''}`,
			'Give it in the form of the evaluation set: channel, conversation (a list of messages with at, from and text) and, if wanted, stopCondition and followUps',
		);
	}
	const { id = `conversation-${place + 1}`, channel, account, contact, conversation, now } = read.data;
	const who = typeof contact === 'string' ? { id: contact } : (contact ?? { id });
	const messages = conversation.map((one, index) => ({
		...{ id: one.id ?? `${id}:${index}`, at: new Date(one.at).toISOString(), from: one.from, type: one.type },
		...(one.text === undefined ? {} : { text: one.text }),
		...(one.by === undefined ? {} : { by: one.by }),
	}));
	const last = messages
		.map(({ at }) => at)
		.sort()
		.at(-1) as string;
	const chatbot = chatbotOf(read.data, id);
	return {
		facts: { key: conversationKey({ channel, account, contact: who.id }), channel, account, contact: who },
		messages,
		knownUntil: now === undefined ? last : new Date(now).toISOString(),
		...(chatbot ? { chatbot } : {}),
	};
}

function chatbotOf({ followUps, stopCondition, timeZone, settings }: z.output<typeof item>, id: string) {
	if (!followUps) return undefined;
	return parseChatbot({
		id,
		stopCondition,
		followUps,
		settings: { ...(timeZone ? { timeZone } : {}), ...settings },
	});
}
