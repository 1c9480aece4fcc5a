import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphTransport, Store } from '../../../lib/index.ts';
import type { Engine } from '../../shared/engine.ts';
import type { ToSend } from './decide.ts';

const MOST_WAIT_MS = 20_000;

/** Sends one decided follow-up, as *Send Follow-Up* does: its turn, the last check of all rules, the request, the result. */
export async function send(
	engine: Engine,
	store: Store,
	transport: GraphTransport,
	{ due: { id, lease, facts: conversation }, content: decided }: ToSend,
): Promise<void> {
	const { channel, account, contact } = conversation;
	const turn = { channel, account, contact: contact.id, mostWaitMs: MOST_WAIT_MS };
	const { waitMs } = await store.takeTurn(turn, await store.now());
	if (waitMs > 0) await sleep(waitMs);
	const begun = await store.beginSend(id, lease.token, await store.now());
	if (!begun.ok) return;
	const { content = decided, attempts } = begun.followUp;
	const sent = await engine.sendMessage(
		transport,
		{ conversation, content, callbackData: id, attempts },
		await store.now(),
	);
	const now = await store.now();
	await store.finishSend(id, sent, now);
	if (sent.outcome !== 'accepted') return;
	const template = content.kind === 'template' ? content.template : undefined;
	const { currency, market, low, high } = engine.estimateCost({
		...{ conversation, rates: engine.RATE_TABLE, at: now, ...(template ? { template } : {}) },
	});
	const rates = market === undefined ? undefined : engine.RATE_TABLE.rates[market];
	await store.noteCost(
		{
			...{ channel, account, currency, conversation: conversation.key },
			...{ messageId: sent.messageId, scheduledId: id },
			...(market ? { market } : {}),
			...(rates ? { rates } : {}),
			...(low === undefined || high === undefined ? {} : { estimate: { low, high } }),
		},
		now,
	);
}
