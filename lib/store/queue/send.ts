import { mayBecome } from '../../follow-up/lifecycle.ts';
import { REASONS, reason, type Reason } from '../../follow-up/reasons/index.ts';
import { preflight, type Preflight } from '../../follow-up/preflight.ts';
import type { ScheduledFollowUp, SendResult } from '../../follow-up/types.ts';
import type { ConversationWithHistory } from '../../messaging/conversation.ts';
import { refusalIs } from '../accounts/refusal.ts';
import type { Db } from '../database/db.ts';
import { MAX_ATTEMPTS } from './claiming/claim.ts';
import { lockScheduled, findScheduled } from './find-scheduled.ts';
import { readReasons } from '../database/stored-json.ts';
import { conversationById } from '../conversations/find.ts';
import { conversationsWithHistory } from '../conversations/facts.ts';
import { insertOutbound } from '../conversations/outbound.ts';
import { noteRefusedMarketing } from '../conversations/wish-facts.ts';
import { saidBy } from './said.ts';
import { isOvertaken } from './overtaken.ts';
import { scheduledFrom } from './scheduled-row.ts';
import { type ScheduledWithAddress } from './scheduled-row.ts';
import { pauseForError } from '../accounts/apply-error.ts';
import type { Sender, SendingCredential } from '../accounts/credential-pauses.ts';
import type { BeginSend } from './types.ts';
import { storedChatbot, storedTemplates } from '../chatbots/stored-chatbot.ts';
import { transition, type Transition } from './transition.ts';

/**
 * The guarded transition from claimed to sending. It fails if the lease is not ours or ran out, or if the customer wrote,
 * opted out, the conversation was paused, or the window for this content is closed at this instant; in the latter cases
 * the follow-up ends with that reason.
 */
export async function beginSend(
	db: Db,
	id: string,
	leaseToken: string,
	now: Date,
	credential?: SendingCredential,
): Promise<BeginSend> {
	return await db.transaction().execute(async (tx) => {
		const row = await lockScheduled(tx, id);
		const isOurs =
			row?.state === 'claimed' && row.lease_token === leaseToken && (row.lease_until ?? 0) > now.getTime();
		if (!row || !isOurs) return { ok: false, reason: reason('claim_lost') };

		const gate = await askGate(tx, row, now, { chatbot: row.chatbot, ...(credential ? { credential } : {}) });
		if (gate.kind === 'end') {
			await transition(tx, { id, from: 'claimed', to: 'ended', reason: gate.reason }, now);
			return { ok: false, reason: gate.reason };
		}
		if (gate.kind === 'wait') {
			// To wait was decided, it did not fail: the next claim starts counting attempts anew.
			const changes = { due_at: gate.until.getTime(), first_due_at: null, attempts: 0 };
			await transition(tx, { id, from: 'claimed', to: 'scheduled', reason: gate.reason, changes }, now);
			return { ok: false, reason: gate.reason };
		}
		const changes = {
			content_json: JSON.stringify(gate.content),
			...(gate.reason ? { reasons_json: withReason(row.reasons_json, gate.reason) } : {}),
		};
		const why = gate.reason ?? reason('sending');
		const step = { id, from: 'claimed', to: 'sending', reason: why, changes } as const;
		if (!(await transition(tx, step, now))) return { ok: false, reason: reason('claim_lost') };
		return { ok: true, followUp: scheduledFrom({ ...row, ...changes, state: 'sending' }) };
	});
}

/** Once, however often it is tried. */
function withReason(json: string, why: Reason): string {
	const reasons = readReasons(json) ?? [];
	return JSON.stringify(reasons.some(({ code }) => code === why.code) ? reasons : [...reasons, why]);
}

/** All rules once more, on the conversation and the definition as they are inside this transaction. */
async function askGate(tx: Db, row: ScheduledWithAddress, now: Date, sender: Sender): Promise<Preflight> {
	const chatbot = await storedChatbot(tx, row.chatbot);
	const unread = chatbot?.unreadable?.find(({ id }) => id === row.follow_up);
	if (unread) return notReadable(unread.why);
	const conversation = await conversationById(tx, row.conversation_id);
	if (!conversation) throw new Error(`Follow-up ${row.id} belongs to no conversation in the store`);
	const [facts] = await conversationsWithHistory(tx, [conversation], sender);
	const { content, decision, anchor } = scheduledFrom(row);
	if (decision?.action === 'send' && !content) return notReadable('its message');
	return preflight({
		...{ followUpId: row.follow_up, anchor, content, now },
		chatbot,
		templates: await storedTemplates(tx, row.chatbot),
		conversation: facts as ConversationWithHistory,
		contentWhenClosed: decision?.contentWhenClosed,
	});
}

/** Rules that cannot be read may forbid it, and a message that cannot be read is none. */
function notReadable(what: string): Preflight {
	return { kind: 'end', reason: reason('stored_unreadable', `${REASONS.stored_unreadable}: ${what}`) };
}

/**
 * Records what Meta answered. A status webhook may have been faster; then its news stands.
 * @throws Error when there is no such follow-up.
 */
export async function finishSend(
	db: Db,
	id: string,
	result: SendResult,
	now: Date,
	credential?: SendingCredential,
): Promise<ScheduledFollowUp> {
	return await db.transaction().execute(async (tx) => {
		const row = await lockScheduled(tx, id);
		if (!row) throw new Error(`There is no follow-up ${id} in the store`);
		const from = row.state;
		const step = stepFor(row, result, now);
		if (mayBecome(from, step.to)) await transition(tx, { ...step, id, from }, now);
		if (step.to === 'scheduled') await endIfOvertaken(tx, row, now);
		if ('code' in result && result.code !== undefined) {
			const sender = { chatbot: row.chatbot, ...(credential ? { credential } : {}) };
			await pauseForError(tx, row, { code: result.code, subcode: result.subcode }, now, sender);
		}
		if (result.outcome === 'failed' && refusalIs('opt_out', row, result)) {
			const conversation = await conversationById(tx, row.conversation_id);
			if (conversation) await noteRefusedMarketing(tx, conversation, now);
		}
		if (result.outcome === 'accepted') {
			// Without the ID the later statuses could not be matched, whatever state a faster status has put it in.
			await tx
				.updateTable('scheduled_follow_ups')
				.set({ message_id: result.messageId })
				.where('id', '=', id)
				.execute();
			await recordSent(tx, row, result.messageId, now);
		}
		return scheduledFrom((await findScheduled(tx, id)) as ScheduledWithAddress);
	});
}

/** The customer wrote while Meta did not take the message: it is not tried again, and its place is free for a new silence. */
async function endIfOvertaken(tx: Db, row: ScheduledWithAddress, now: Date): Promise<void> {
	const conversation = await conversationById(tx, row.conversation_id);
	if (!conversation || !isOvertaken(row, conversation)) return;
	const ended = { from: 'scheduled', to: 'ended', reason: reason('cancelled_reply') } as const;
	await transition(tx, { ...ended, id: row.id }, now);
}

function stepFor(row: ScheduledWithAddress, result: SendResult, now: Date): Omit<Transition, 'id' | 'from'> {
	switch (result.outcome) {
		case 'accepted':
			return {
				to: 'accepted',
				reason: reason(
					'accepted',
					result.held ? 'Meta accepted the message and holds it for a quality check' : undefined,
				),
				changes: { message_id: result.messageId, accepted_at: now.getTime() },
			};
		case 'failed':
			return {
				to: 'failed',
				reason: reason(
					'refused',
					result.code === undefined
						? `The message was not sent: ${result.message}`
						: `Meta refused the message (code ${result.code}): ${result.message}`,
				),
				changes: {
					error_json: JSON.stringify({ code: result.code, subcode: result.subcode, message: result.message }),
				},
				detail: { code: result.code, subcode: result.subcode },
			};
		case 'retry':
			if (row.attempts >= MAX_ATTEMPTS && !result.needsAPerson) {
				return {
					to: 'failed',
					reason: reason(
						'dead_letter',
						`Meta did not accept the message in ${row.attempts} attempts: ${result.message}`,
					),
					detail: { code: result.code },
				};
			}
			return {
				to: 'scheduled',
				reason: reason('meta_retry', `Meta did not accept the message for now: ${result.message}`),
				changes: {
					due_at: result.at.getTime(),
					first_due_at: row.first_due_at ?? row.due_at,
					attempts: result.needsAPerson ? Math.max(0, row.attempts - 1) : row.attempts,
				},
				detail: { code: result.code },
			};
		case 'unknown':
			return { to: 'unknown', reason: reason('answer_lost'), detail: { message: result.message } };
	}
}

async function recordSent(tx: Db, row: ScheduledWithAddress, messageId: string, now: Date): Promise<void> {
	const said = await saidBy(tx, row);
	await insertOutbound(tx, row.conversation_id, { messageId, at: now, ...said, by: 'follow_up' });
}
