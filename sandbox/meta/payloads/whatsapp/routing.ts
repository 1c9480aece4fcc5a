// What an app gets of a thread that Meta Business Agent holds. Source: Meta, webhook references "standby" (2026-08-04) and
// "messaging_handovers" (2026-09-22), and what public projects received of both until November 2026.
import type { Customer, Message } from '../../../ledger.ts';
import type { Settings } from '../../../settings.ts';
import type { WebhookEvent } from '../../webhooks.ts';
import { businessNumber, change, metadata, numberChange, phoneKeys, seconds, shownNumber } from './frame.ts';

/** What the roles of this number are called; the business's app is the one to which the agent escalates. */
export const agentRole = 'ai_agent';
export const businessRole = 'escalation';
const agentApp = { id: '1066355071287456', role: 'meta_business_agent' };
const businessApp = { role: 'business_app' };

/** An event of `messages` as an app gets it that only listens: nested in `standby`, or flat as some deliveries have it. */
export function toStandby(event: WebhookEvent, form: Settings['standbyForm']): WebhookEvent {
	const {
		messaging_product: _product,
		metadata: _metadata,
		...content
	} = event.change as Record<string, unknown>;
	return numberChange('standby', form === 'flat' ? content : { standby: content });
}

/** What the agent said: the body of its send request, or flat like an echo of the WhatsApp Business app. */
export function agentEcho(
	customer: Customer,
	message: Message,
	at: number,
	form: Settings['standbyForm'],
): WebhookEvent {
	const content = { type: 'text', text: { body: message.text } };
	const about = { id: message.id, timestamp: seconds(at) };
	if (form === 'flat') {
		const to = { ...phoneKeys(customer, 'to'), to_user_id: customer.userId };
		return numberChange('standby', {
			message_echoes: [{ from: businessNumber, ...to, ...about, ...content }],
		});
	}
	const number = shownNumber(customer);
	const to = number ? { to: number } : { recipient: customer.userId };
	const request = { messaging_product: 'whatsapp', recipient_type: 'individual', ...to, ...content };
	return numberChange('standby', { standby: { message_echoes: [{ ...about, message: request }] } });
}

export const handoverTypes = ['control_passed', 'control_taken'] as const;
export type Handover = {
	type: (typeof handoverTypes)[number];
	previous: string;
	next: string;
	note?: string;
	/** What the conversation was about so far; only with `control_passed`. */
	context?: object;
};

/** The thread has another owner: `control_passed` goes to the new one, `control_taken` to the one before. */
export function handover(
	customer: Customer,
	given: Handover,
	at: number,
	form: Settings['handoverForm'],
): WebhookEvent {
	const { type, previous, next, note, context } = given;
	const fromAgent = previous === agentRole;
	const apps = {
		...(fromAgent && { previous_owner_app_id: agentApp.id }),
		...(form === 'partner' && { new_owner_app_role: next === agentRole ? agentApp.role : businessApp.role }),
		...((form === 'partner' || (fromAgent && type === 'control_passed')) && {
			previous_owner_app_role: fromAgent ? agentApp.role : businessApp.role,
		}),
	};
	const roles = form === 'partner' ? {} : { previous_owner_role: previous, new_owner_role: next };
	// The customer is named by the number; by the user ID alone where the business may not know it.
	const number = phoneKeys(customer, 'phone_number');
	return change('messaging_handovers', {
		messaging_product: 'whatsapp',
		...(form === 'metadata' && { metadata }),
		sender: 'phone_number' in number ? number : { user_id: customer.userId },
		recipient: { phone_number_id: metadata.phone_number_id, display_phone_number: businessNumber },
		type,
		timestamp: seconds(at),
		[type]: {
			...apps,
			...roles,
			...(note !== undefined && { metadata: note }),
			...(context && { conversation_context: context }),
		},
	});
}
