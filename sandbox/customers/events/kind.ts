import type { Customer } from '../../ledger.ts';
import type { Context } from '../../context.ts';
import type { WebhookEvent } from '../../meta/webhooks.ts';
import { noteAction } from '../../referee/windows.ts';
import { accountOf, type Channel } from '../../world.ts';
import { tellConversation } from '../tell.ts';

export type Input = Record<string, unknown>;
export type Outcome = { events: WebhookEvent[]; result?: object } | { problem: string };
/** Something a customer does: records it and answers with the webhooks that tell of it. */
export type Doing = (context: Context, customer: Customer, input: Input, at: number) => Outcome;
export type Kinds = Record<string, Doing>;

/** A kind that exists on these channels only. */
export function on(channels: readonly Channel[], doing: Doing): Doing {
	return (context, customer, input, at) =>
		channels.includes(customer.channel)
			? doing(context, customer, input, at)
			: {
					problem: `This happens on ${channels.join(' and ')} only; the customer is on ${customer.channel}.`,
				};
}

/** Notes what opens the window, where it does. */
export function act(context: Context, customer: Customer, action: string, at: number): void {
	const conversation = context.ledger.conversationOf(customer);
	noteAction(conversation, action, at);
	tellConversation(context, conversation);
}

/** The last message the business sent to this customer, by whichever of its voices. */
export function lastFromBusiness(context: Context, customer: Customer): string | undefined {
	const account = accountOf(customer.channel);
	return context.ledger
		.messagesOf(customer.id)
		.findLast((message) => message.direction === 'out' && message.account === account)?.id;
}

/** A text of the input, or what stands instead. */
export function textOf(input: Input, name: string, otherwise: string): string {
	return input[name] === undefined ? otherwise : String(input[name]);
}

/** One of a few texts, or the sentence that says which are allowed. */
export function oneOf<T extends string>(
	input: Input,
	name: string,
	allowed: readonly T[],
): T | { problem: string } {
	const value = input[name] ?? allowed[0];
	return allowed.includes(value as T)
		? (value as T)
		: { problem: `"${name}" is ${JSON.stringify(value)}; use one of ${allowed.join(', ')}.` };
}
