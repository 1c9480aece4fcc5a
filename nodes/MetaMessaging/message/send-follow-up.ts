import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import {
	followUpItem,
	reason,
	sendMessage,
	type Claim,
	type CostEstimate,
	type GraphTransport,
	type Reason,
	type ScheduledFollowUp,
	type SendItem,
	type Sent,
	type Store,
} from '../../../lib/index.ts';
import { budgetObjection, estimateFor, noteEstimate } from './cost.ts';
import type { SendOptions } from './read-options.ts';
import { sendingWith } from './sending-credential.ts';
import { waitForTurn } from './take-turn.ts';
import { takeUpTried } from './take-up-tried.ts';

export interface FollowUpSending {
	context: IExecuteFunctions;
	store: Store;
	transport: GraphTransport;
	options: SendOptions;
	itemIndex: number;
}

export interface Outcome {
	sent: boolean;
	json: IDataObject;
	/** Set when nothing more can be sent before a person acts. */
	halt?: NodeOperationError;
}

/** Sends one decided follow-up; one that was only tried in the editor if it is due. */
export async function sendOne(sending: FollowUpSending, item: SendItem): Promise<Outcome> {
	const ours = item.followUp.isTest ? await takeUpTried(sending.store, item) : item;
	return 'followUp' in ours
		? await sendTakenUp(sending, ours)
		: { sent: false, json: outputJson(item, { reason: ours }) };
}

/** Its turn, the budget, the last check of all rules, the request, the result. */
async function sendTakenUp(sending: FollowUpSending, item: SendItem): Promise<Outcome> {
	const { store, options, transport, itemIndex } = sending;
	const { conversation, content } = item;
	const claim: Claim = { id: item.followUp.scheduledId ?? '', leaseToken: item.followUp.leaseToken ?? '' };
	const notSent = (why: Reason): Outcome => ({
		sent: false,
		json: outputJson(item, { reason: why }),
	});
	const now = await store.now();
	const estimate = estimateFor(conversation, content, options, now);
	const objection = await budgetObjection(store, conversation, estimate, options, now);
	if (objection) return notSent(await endFor(sending, item, claim, objection));
	// The turn comes before the last check: nothing may change between that and the request.
	const waitMs = await waitForTurn(store, conversation, content, options.perSecond);
	if (waitMs !== undefined) return notSent(await laterFor(sending, claim, waitMs));

	const begunAt = await store.now();
	const { credential } = sendingWith(sending.context);
	const begun = await store.beginSend(claim.id, claim.leaseToken, begunAt, credential);
	if (!begun.ok) return notSent(begun.reason);
	// What goes out is what the store holds, not what the item says: the last check looked at exactly that.
	const message = {
		conversation,
		content: begun.followUp.content ?? content,
		callbackData: claim.id,
		attempts: begun.followUp.attempts,
		...(options.linkedPage ? { linkedPage: options.linkedPage } : {}),
	};
	const result = await sendMessage(transport, message, begunAt);
	const answeredAt = await store.now();
	const finished = await store.finishSend(claim.id, result, answeredAt, credential);
	const cost = estimateFor(conversation, message.content, options, answeredAt);
	if (result.outcome === 'accepted') {
		const sent = { messageId: result.messageId, scheduledId: claim.id };
		await noteEstimate(store, conversation, sent, cost, options, answeredAt);
	}
	const json = outputJson(item, { followUp: finished, reason: finished.reason, advice: result.advice, cost });
	const sent = result.outcome === 'accepted';
	return result.effect?.pauseAccountMs === undefined
		? { sent, json }
		: { sent, json, halt: accountError(sending.context, result, itemIndex) };
}

async function endFor(
	{ store }: FollowUpSending,
	item: SendItem,
	claim: Claim,
	why: Reason,
): Promise<Reason> {
	const address = { followUpId: item.followUp.id, scheduledId: claim.id };
	await store.recordDecision({ action: 'skip', ...why, ...address }, claim.leaseToken, await store.now());
	return why;
}

async function laterFor({ store }: FollowUpSending, claim: Claim, waitMs: number): Promise<Reason> {
	const now = await store.now();
	const retryAt = new Date(now.getTime() + waitMs);
	const why = reason(
		'given_back',
		`Meta's rate limit lets it go at ${retryAt.toISOString()}; it is tried again then`,
	);
	await store.release([claim], { retryAt, countsAsAttempt: false, why: why.sentence }, now);
	return why;
}

/** Meta restricts the account or refuses the token: the run fails, so that a person sees it; later ones wait quietly. */
function accountError(context: IExecuteFunctions, result: Sent, itemIndex: number): NodeOperationError {
	const { code, message } = result as { code?: number; message?: string };
	const whom = result.effect?.class === 'credential' ? 'with this credential' : 'for the account';
	return new NodeOperationError(context.getNode(), `Meta refused to send (code ${code}): ${message}`, {
		itemIndex,
		description: `${result.advice}. Sending is paused ${whom}; the follow-up is tried again later, nothing is lost.`,
	});
}

function outputJson(
	item: SendItem,
	outcome: {
		followUp?: ScheduledFollowUp;
		reason: Reason;
		advice?: string;
		cost?: CostEstimate;
	},
): IDataObject {
	const { leaseToken: _token, ...before } = item.followUp;
	const followUp = outcome.followUp ? followUpItem(outcome.followUp) : before;
	const result = {
		code: outcome.reason.code,
		reason: outcome.reason.sentence,
		...(outcome.advice ? { advice: outcome.advice } : {}),
	};
	const cost = outcome.cost ? { cost: outcome.cost } : {};
	return { ...item, followUp, result, ...cost } as unknown as IDataObject;
}
