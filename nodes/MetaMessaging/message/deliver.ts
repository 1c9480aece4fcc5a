import { randomUUID } from 'node:crypto';
import { NodeOperationError, sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import {
	guardMessage,
	strangerAt,
	sendMessage,
	transcriptOf,
	type Conversation,
	type Now,
	type GraphTransport,
	type Outgoing,
	type Sent,
	type SentItem,
	type Store,
} from '../../../lib/index.ts';
import { budgetObjection, estimateFor, noteEstimate } from './cost.ts';
import type { SendOptions } from './read-options.ts';
import type { Recipient } from './read-recipient.ts';
import { callKey, firstResult, isTool } from './repetition.ts';
import { sendingWith } from './sending-credential.ts';
import { waitForTurn } from './take-turn.ts';

export interface Delivery {
	context: IExecuteFunctions;
	store: Store;
	transport: GraphTransport;
	itemIndex: number;
	recipient: Recipient;
	options: SendOptions;
	/** What n8n repeats has the same one; see `itemKey`. */
	itemKey: string;
}

const ATTEMPTS = 3;
const MOST_RETRY_MS = 20_000;

/**
 * Sends a message that is no follow-up: guarded by the customer's wish and the window, paced, and recorded in the
 * conversation so that Follow-Up Evaluate knows what the business said.
 */
export async function deliver(delivery: Delivery, content: Outgoing): Promise<IDataObject> {
	const { context, store, options, itemIndex } = delivery;
	const before = await store.now();
	const conversation = await receiverOf(delivery, content, before);
	const estimate = estimateFor(conversation, content, options, before);
	const refusal = await budgetObjection(store, conversation, estimate, options, before);
	if (refusal)
		throw new NodeOperationError(context.getNode(), refusal.sentence, {
			...{ itemIndex, description: 'Raise Monthly Budget in the options, or wait for the next month' },
		});

	const callbackData = randomUUID();
	const key = isTool(context) ? callKey(delivery.itemKey, conversation.key, content) : delivery.itemKey;
	const result = await sendInTurn(delivery, conversation, content, { key, callbackData });
	if ('begunAt' in result) return firstResult(context, result, itemIndex);
	if (result.outcome !== 'accepted') throw await complaint(delivery, conversation, result);
	const now = await store.now();
	await store.recordOutbound(
		{
			...{ conversation: conversation.key, messageId: result.messageId, at: now.toISOString() },
			...{ ...transcriptOf(content), by: 'application' },
			...(result.receiver ? { receiver: result.receiver } : {}),
			item: { key, result: { held: result.held ?? false, cost: estimate } },
		},
		now,
	);
	await noteEstimate(store, conversation, { messageId: result.messageId }, estimate, options, now);
	const { channel, account, contact } = conversation;
	return {
		conversation: { key: conversation.key, channel, account, contact: { ...contact } },
		message: { id: result.messageId, ...transcriptOf(content), callbackData, acceptedAt: now.toISOString() },
		result: { code: 'accepted', held: result.held ?? false },
		cost: { ...estimate },
	};
}

/** Nothing is stored of somebody who is not known before it is clear that the message may go to anybody at all. */
async function receiverOf(
	{ context, store, recipient, options }: Delivery,
	content: Outgoing,
	now: Now,
): Promise<Conversation> {
	const { key, contact } = recipient;
	const sender = sendingWith(context);
	const known = await store.conversation(key, sender);
	guardMessage(known ?? strangerAt(key), content, now, options);
	if (known) return known;
	const made = await store.ensureConversation(key, contact, now);
	guardMessage((await store.conversation(made.key, sender)) ?? made, content, now, options);
	return made;
}

/**
 * Tries again only what Meta certainly did not accept, and only if the wait is short. What n8n repeats is noted before the
 * request: then it comes back as it was sent the first time.
 */
async function sendInTurn(
	{ context, store, transport, itemIndex, options }: Delivery,
	conversation: Conversation,
	content: Outgoing,
	{ key, callbackData }: { key: string; callbackData: string },
): Promise<Sent | SentItem> {
	for (let attempts = 1; ; attempts++) {
		const tooLong = await waitForTurn(store, conversation, content, options.perSecond);
		if (tooLong !== undefined)
			throw new NodeOperationError(context.getNode(), 'Meta allows no more messages for now', {
				itemIndex,
				description: `The rate limit lets the next one go in ${Math.ceil(tooLong / 1000)} seconds. Send fewer at once, or this item again after that time, e.g. by the error output and a Wait node`,
			});
		const { linkedPage } = options;
		const message = { conversation, content, callbackData, attempts, ...(linkedPage ? { linkedPage } : {}) };
		const begunAt = await store.now();
		const before = await store.beginItem({ key, conversation: conversation.key, callbackData }, begunAt);
		if (before) return before;
		const result = await sendMessage(transport, message, begunAt);
		if (result.outcome === 'failed' || result.outcome === 'retry') await store.forgetItem(key);
		if (result.outcome !== 'retry' || attempts === ATTEMPTS || result.needsAPerson) return result;
		const waitMs = result.at.getTime() - (await store.now()).getTime();
		if (waitMs > MOST_RETRY_MS) return result;
		await sleep(waitMs);
	}
}

/** What the user reads; account-wide trouble and an opt-out are remembered. */
async function complaint(
	{ context, store, itemIndex }: Delivery,
	conversation: Conversation,
	result: Exclude<Sent, { outcome: 'accepted' }>,
): Promise<NodeOperationError> {
	const now = await store.now();
	const code = 'code' in result ? result.code : undefined;
	const subcode = 'subcode' in result ? result.subcode : undefined;
	if (code !== undefined)
		await store.pauseForError(conversation, { code, subcode }, now, sendingWith(context));
	if (result.effect?.stopsMarketing) await store.stopMarketing(conversation.key, now);
	if (result.outcome === 'unknown')
		return new NodeOperationError(
			context.getNode(),
			`Whether Meta accepted the message is not known: ${result.message}`,
			{
				itemIndex,
				description: 'Do not send it again before its status has come: the customer might get it twice',
			},
		);
	const refused =
		code === undefined ? result.message : `Meta refused the message (code ${code}): ${result.message}`;
	return new NodeOperationError(context.getNode(), refused, { itemIndex, description: result.advice ?? '' });
}
