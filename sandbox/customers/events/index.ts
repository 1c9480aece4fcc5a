import type { Customer, Delivery } from '../../ledger.ts';
import type { Context } from '../../context.ts';
import { arrivals } from './arrivals.ts';
import { handovers } from './handovers.ts';
import { identity } from './identity.ts';
import type { Input, Kinds } from './kind.ts';
import { mediaKinds } from './media.ts';
import { oddMessages } from './odd-messages.ts';
import { statuses } from './statuses.ts';
import { taps } from './taps.ts';
import { wishes } from './wishes.ts';

const kinds: Kinds = {
	...taps,
	...arrivals,
	...mediaKinds,
	...statuses,
	...wishes,
	...identity,
	...oddMessages,
	...handovers,
};

/** The kinds of events a customer can make. */
export const eventKinds = Object.keys(kinds);

/** Something else than writing that a customer does; records it and sends the webhook. */
export async function customerDoes(
	context: Context,
	customer: Customer,
	input: Input,
	at: number,
): Promise<{ problem: string } | { result: object; sent: Promise<Delivery[]> }> {
	const name = String(input['kind']);
	const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
	if (!kind)
		return {
			problem: `Event kind ${JSON.stringify(input['kind'])} is not known; use one of ${eventKinds.join(', ')}.`,
		};
	const outcome = kind(context, customer, input, at);
	if ('problem' in outcome) return outcome;
	return { result: outcome.result ?? {}, sent: context.webhooks.emit(...outcome.events) };
}
