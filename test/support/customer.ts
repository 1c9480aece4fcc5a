import type { Channel, Contact, EventKind, MessagingEvent } from '../../lib/index.ts';
import { conversationKey } from '../../lib/messaging/conversation-key.ts';
import { START } from './time.ts';

export const ACCOUNT = '210000000000001';

type MessageState = NonNullable<MessagingEvent['status']>['state'];

let people = 0;
let ids = 0;

/** An ID nobody used before. */
export const newId = (what: string): string => `${what}.${++ids}`;

export type Customer = ReturnType<typeof newCustomer>;

/** A customer nobody has written with yet, and the events that come from their conversation. */
export function newCustomer({
	channel = 'whatsapp',
	contact,
}: { channel?: Channel; contact?: Contact } = {}) {
	const known: Contact = contact ?? { id: `CO.${String(++people).padStart(8, '0')}` };
	const event = (kind: EventKind, at: Date, more: Partial<MessagingEvent> = {}): MessagingEvent => ({
		...{ kind, id: newId(kind), channel, account: ACCOUNT, contact: known, at: at.toISOString() },
		...{ opensWindow: false, raw: {} },
		...more,
	});
	return {
		contact: known,
		channel,
		key: conversationKey({ channel, account: ACCOUNT, contact: known.id }),
		event,
		writes(text = 'I would like an appointment', at: Date = START): MessagingEvent {
			const id = newId('wamid');
			return event('message', at, { id, opensWindow: true, message: { id, type: 'text', text } });
		},
		isAnswered(text: string, at: Date, by: 'person' | 'application' = 'application'): MessagingEvent {
			const id = newId('wamid');
			return event('echo', at, { id, echo: { by }, message: { id, type: 'text', text } });
		},
		status(messageId: string, state: MessageState, at: Date, callbackData?: string): MessagingEvent {
			const errors = state === 'failed' ? [{ code: 131026, message: 'Message undeliverable' }] : undefined;
			const status = { messageId, state, ...(callbackData && { callbackData }), ...(errors && { errors }) };
			return event('status', at, { id: `${messageId}:${state}`, status });
		},
		hasNewId(contact: Contact, at: Date): MessagingEvent {
			return event('identity', at, { contact: { ...contact, previousId: known.id } });
		},
	};
}
