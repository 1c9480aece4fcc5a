import type { Context } from '../context.ts';
import type { Message } from '../ledger.ts';
import { recordViolation } from './violations.ts';

/** Records a violation when an accepted message goes against what the shop asked for itself, where the settings say what that is. */
export function checkShopLimits(context: Context, message: Message, body: unknown): void {
	if (message.customer === null) return;
	const customer = context.ledger.customers.get(message.customer) ?? null;
	const { mostUnanswered, holidays, holidaysTimeZone } = context.settings;
	const silenceSince = customer ? (context.ledger.conversationOf(customer).lastInboundAt ?? 0) : 0;
	const unanswered = context.ledger
		.messagesOf(message.customer)
		.filter((one) => one.via === 'api' && !one.states.failed && Date.parse(one.at) >= silenceSince);
	if (mostUnanswered !== null && unanswered.length > mostUnanswered) {
		recordViolation(
			context,
			'too_many_unanswered',
			`This is message ${unanswered.length} in a row without an answer; the setting allows ${mostUnanswered}.`,
			customer,
			body,
		);
	}
	const day = dayIn(holidaysTimeZone, new Date(message.at));
	if (holidays.includes(day))
		recordViolation(context, 'on_a_holiday', `${day} is a holiday in the settings.`, customer, body);
}

/** Sweden writes a date as 2026-12-25. */
function dayIn(timeZone: string, at: Date): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}
