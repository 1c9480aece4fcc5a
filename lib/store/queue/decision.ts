import { reason } from '../../follow-up/reasons/index.ts';
import { isHandedOver, stopReason } from '../../follow-up/stop-kind.ts';
import type { Decision } from '../../follow-up/types.ts';
import { audit } from './audit.ts';
import type { Db } from '../database/db.ts';
import { conversationById } from '../conversations/find.ts';
import { withWish } from '../conversations/wish-facts.ts';
import type { ScheduledRow } from '../database/schema.ts';
import { decisionJson } from '../../follow-up/stored/decision.ts';
import { readReasons } from '../database/stored-json.ts';
import { endLive } from './end-live.ts';
import { lockScheduled } from './find-scheduled.ts';
import { handOverToPerson } from './hand-over-to-person.ts';
import { transition } from './transition.ts';

/**
 * Writes a decision down, if the claim is still ours.
 * @returns false when it is not; then nothing was changed.
 */
export async function recordDecision(
	db: Db,
	decision: Decision,
	leaseToken: string,
	now: Date,
): Promise<boolean> {
	return await db.transaction().execute(async (tx) => {
		const id = decision.scheduledId;
		const row = await lockScheduled(tx, id);
		if (row?.state !== 'claimed' || row.lease_token !== leaseToken) return false;

		const { action, code, sentence, confidence, until, proposedAt, stopKind = 'other', use } = decision;
		const why = { code, sentence };
		const kept = { decision_json: decisionJson(decision) };
		const detail = {
			...{ action, reason: sentence, confidence, until, proposedAt, stopKind: decision.stopKind },
			...use,
		};
		if (decision.action === 'send') {
			const changes = { ...kept, content_json: JSON.stringify(decision.content ?? null) };
			await tx.updateTable('scheduled_follow_ups').set(changes).where('id', '=', id).execute();
			await audit(tx, { id, from: 'claimed', to: 'claimed', reason: why, detail }, now);
			return true;
		}
		if (decision.action === 'wait') {
			if (decision.until === undefined) throw new Error('A decision to wait needs the time until when');
			const reasons = [...(readReasons(row.reasons_json) ?? []), why];
			// To wait was a decision, not a failure: the next claim starts counting attempts anew.
			const changes = {
				...kept,
				due_at: Date.parse(decision.until),
				first_due_at: null,
				reasons_json: JSON.stringify(reasons),
				// A text that waits for its moment is not written a second time.
				content_json: decision.content ? JSON.stringify(decision.content) : null,
				attempts: 0,
			};
			return await transition(
				tx,
				{ id, from: 'claimed', to: 'scheduled', reason: why, changes, detail },
				now,
			);
		}
		const ended = await transition(
			tx,
			{ id, from: 'claimed', to: 'ended', reason: why, changes: kept, detail },
			now,
		);
		if (ended && decision.optOut) await recordOptOut(tx, row, sentence, now);
		if (decision.action === 'stop') {
			await endLive(tx, row.conversation_id, stopReason(stopKind, sentence), now, {
				chatbot: row.chatbot,
			});
			if (ended && isHandedOver(stopKind)) await handOverToPerson(tx, row, sentence, now);
		}
		return ended;
	});
}

/**
 * A model understood that the customer wants to be left alone: by all chatbots, and for good. It is a wish of the time at
 * which the customer last wrote; whoever agreed again since is not held to it.
 */
async function recordOptOut(tx: Db, { conversation_id, anchor_at }: ScheduledRow, why: string, now: Date) {
	const conversation = await conversationById(tx, conversation_id);
	if (!conversation) return;
	const heard = { at: Math.max(anchor_at, conversation.last_inbound_at ?? 0), note: why };
	const changes = withWish(conversation, 'allByModel', heard, now);
	await tx.updateTable('conversations').set(changes).where('id', '=', conversation_id).execute();
	if (changes.opted_out_at !== null) await endLive(tx, conversation_id, reason('opted_out'), now);
}
