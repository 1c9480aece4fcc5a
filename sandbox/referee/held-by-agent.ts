import type { Customer } from '../ledger.ts';
import type { Context } from '../context.ts';
import { recordViolation } from './violations.ts';

const hour = 3_600_000;

/**
 * Records a violation when the app sends into a thread that Meta Business Agent holds. Meta accepts it (a service message
 * even takes the thread); the customer then gets two answers. After `takeOverAfterHours` without a word of anybody the
 * app may take it.
 */
export function checkHeldByAgent(context: Context, customer: Customer, body: unknown): void {
	const { agent } = context.ledger.conversationOf(customer);
	if (agent.owner !== 'agent') return;
	const allowedAfter = context.settings.takeOverAfterHours;
	const last = lastWordAt(context, customer) ?? agent.since ?? 0;
	const silentMs = context.clock() - last;
	if (allowedAfter !== null && silentMs >= allowedAfter * hour) return;
	const since = new Date(agent.since ?? 0).toISOString();
	recordViolation(
		context,
		'held_by_agent',
		`Meta Business Agent has held the thread since ${since} and the last word in it is ${Math.floor(silentMs / 60_000)} min old; the app sent a message all the same.`,
		customer,
		body,
	);
}

function lastWordAt(context: Context, customer: Customer): number | undefined {
	const times = context.ledger.messagesOf(customer.id).map((message) => Date.parse(message.at));
	return times.length > 0 ? Math.max(...times) : undefined;
}
