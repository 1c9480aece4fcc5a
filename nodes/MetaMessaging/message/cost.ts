import {
	estimateCost,
	monthOf,
	objectionOfBudget,
	type Conversation,
	type CostEstimate,
	type Now,
	type Outgoing,
	type Reason,
	type Store,
} from '../../../lib/index.ts';
import type { SendOptions } from './read-options.ts';

/** What a message may cost. */
export function estimateFor(
	conversation: Conversation,
	content: Outgoing,
	{ rates }: SendOptions,
	at: Date,
): CostEstimate {
	const template = content.kind === 'template' ? content.template : undefined;
	return estimateCost({ conversation, rates, at, ...(template ? { template } : {}) });
}

/** Why a message does not fit into the month's budget; undefined when it does, or when there is none. */
export async function budgetObjection(
	store: Store,
	conversation: Conversation,
	estimate: CostEstimate,
	{ monthlyBudget }: SendOptions,
	at: Date,
): Promise<Reason | undefined> {
	if (monthlyBudget === undefined) return undefined;
	const { amount } = await store.spentSince(conversation, estimate.currency, monthOf(at));
	return objectionOfBudget(estimate, { budget: monthlyBudget, spent: amount });
}

/** Writes down what an accepted message may cost. */
export async function noteEstimate(
	store: Store,
	{ key, channel, account }: Conversation,
	message: { messageId: string; scheduledId?: string },
	{ currency, market, low, high }: CostEstimate,
	{ rates }: SendOptions,
	now: Now,
): Promise<void> {
	const known = market === undefined ? undefined : rates.rates[market];
	await store.noteCost(
		{
			...{ channel, account, currency, conversation: key, ...message },
			...(market ? { market } : {}),
			...(known ? { rates: known } : {}),
			...(low === undefined || high === undefined ? {} : { estimate: { low, high } }),
		},
		now,
	);
}
