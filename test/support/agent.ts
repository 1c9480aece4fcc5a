import type { EventHandover, MessagingEvent } from '../../lib/messaging/messaging-event.ts';
import { newId, type Customer } from './customer.ts';

/** What Meta Business Agent and its customer do, as an app hears of it that only listens. */
export function agentOf(customer: Customer) {
	const changes = (handover: EventHandover, at: Date): MessagingEvent =>
		customer.event('handover', at, { handover });
	return {
		/** The customer writes to the agent. */
		hears(text: string, at: Date): MessagingEvent {
			const id = newId('wamid');
			return customer.event('standby', at, { id, opensWindow: true, message: { id, type: 'text', text } });
		},
		writes(text: string, at: Date, by: 'application' | 'person' = 'application'): MessagingEvent {
			const id = newId('wamid');
			return customer.event('standby', at, { id, echo: { by }, message: { id, type: 'text', text } });
		},
		getsReaction(emoji: string, at: Date): MessagingEvent {
			const id = newId('wamid');
			return customer.event('standby', at, { id, message: { id, type: 'reaction', text: emoji } });
		},
		takes: (at: Date, more: Partial<EventHandover> = {}) =>
			changes({ action: 'take', previousRole: 'escalation', newRole: 'ai_agent', ...more }, at),
		passes: (at: Date, more: Partial<EventHandover> = {}) =>
			changes({ action: 'pass', previousRole: 'ai_agent', newRole: 'escalation', ...more }, at),
	};
}
