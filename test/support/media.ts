import type { MediaFile, MediaOutcome, MessagingEvent, Store } from '../../lib/index.ts';
import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { newId, type Customer } from './customer.ts';
import { START } from './time.ts';

/** Makes a chatbot known that understands voice notes and pictures. */
export async function registerListener(store: Store, id = newId('chatbot')): Promise<string> {
	const settings = { understandMedia: true, minimumGapMinutes: 0 };
	const followUp = { id: 'reminder', name: 'Reminder', description: 'Unconfirmed', message: 'Shall we?' };
	await store.registerChatbot(
		parseChatbot({
			...{ id, stopCondition: 'When the customer confirms', settings },
			followUps: [{ ...followUp, messageSource: 'fixed' }],
		}),
		START,
	);
	return id;
}

/** A voice note or picture of a customer, as WhatsApp tells of it. */
export function sendsFile(
	customer: Customer,
	at: Date,
	file: MediaFile = { kind: 'audio', id: newId('media'), mimeType: 'audio/ogg', voice: true },
): MessagingEvent {
	const event = customer.writes('', at);
	const { id } = event;
	return { ...event, message: { id, type: file.kind, file } };
}

/** What a run makes of the only file that it may take. */
export async function hears(
	store: Store,
	key: string,
	outcome: Omit<MediaOutcome, 'messageId' | 'token'>,
	now: Date = START,
): Promise<{ cancelled: number }> {
	const at = now as Parameters<Store['claimMedia']>[2];
	const { claimed } = await store.claimMedia(key, { leaseMs: 60_000, limit: 10 }, at);
	expect(claimed).toHaveLength(1);
	const { messageId, token } = claimed[0] as (typeof claimed)[0];
	return await store.keepMedia(key, [{ messageId, token, ...outcome }], at);
}
