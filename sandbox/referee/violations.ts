import type { Customer, Message } from '../ledger.ts';
import { now, type Context } from '../context.ts';

/** What a sender did that Meta or the customer forbids. */
export type ViolationKind =
	| 'outside_window'
	| 'after_stop'
	| 'marketing_after_stop'
	| 'held_by_agent'
	| 'repeated_text'
	| 'repeated_callback_data'
	| 'human_agent'
	| 'dead_tag'
	| 'template_not_sendable'
	| 'number_without_plus'
	| 'two_recipients'
	| 'too_many_unanswered'
	| 'on_a_holiday';

/** Records a violation, with everything needed to find where it came from. */
export function recordViolation(
	context: Context,
	kind: ViolationKind,
	details: string,
	customer: Customer | null,
	body?: unknown,
): void {
	const violation = {
		at: now(context),
		kind,
		details,
		customer: customer?.id ?? null,
		...(body !== undefined && { body }),
	};
	context.ledger.violations.push(violation);
	context.ledger.tell({ type: 'violation', violation });
}

/** Records a violation when the customer has asked to be left alone. Meta requires that every such request is honoured. */
export function checkStopped(context: Context, customer: Customer, body: unknown): void {
	const conversation = context.ledger.conversationOf(customer);
	const { stopped } = conversation;
	if (!stopped) return;
	const since =
		conversation.lastInboundAt !== null && conversation.lastInboundAt > stopped.at
			? ' (and has written something else since)'
			: '';
	const wrote = `"${stopped.text}" at ${new Date(stopped.at).toISOString()}`;
	recordViolation(
		context,
		'after_stop',
		`The customer wrote ${wrote}${since}; the business sent a message all the same.`,
		customer,
		body,
	);
}

/** Records a violation when this accepted message repeats one the customer has not answered, or carries a key that was already sent. */
export function checkRepeated(context: Context, message: Message, body: unknown): void {
	if (message.customer === null) return;
	const customer = context.ledger.customers.get(message.customer) ?? null;
	const earlier = context.ledger
		.messagesOf(message.customer)
		.filter((other) => other !== message && other.via === 'api' && !other.states.failed);
	const silenceSince = customer ? (context.ledger.conversationOf(customer).lastInboundAt ?? 0) : 0;
	const same = earlier.find(
		(other) => other.text && other.text === message.text && Date.parse(other.at) >= silenceSince,
	);
	if (same) {
		recordViolation(
			context,
			'repeated_text',
			`The same text was sent at ${same.at} (${same.id}) and the customer has not written since: "${message.text}"`,
			customer,
			body,
		);
	}
	const twin = message.callbackData && earlier.find((other) => other.callbackData === message.callbackData);
	if (twin) {
		recordViolation(
			context,
			'repeated_callback_data',
			`biz_opaque_callback_data "${message.callbackData}" was already sent at ${twin.at} (${twin.id}).`,
			customer,
			body,
		);
	}
}
