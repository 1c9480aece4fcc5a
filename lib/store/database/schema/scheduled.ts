import type { Generated, Selectable, Updateable } from 'kysely';
import type { FollowUpState } from '../../../follow-up/lifecycle.ts';
import type { ReasonCode } from '../../../follow-up/reasons/index.ts';

export type RunState = 'queued' | 'begun' | 'over';

export interface ScheduledFollowUpsTable {
	id: string;
	conversation_id: number;
	/** `channel:account`: claims serve the accounts in turn. */
	lane: string;
	chatbot: string;
	follow_up: string;
	name: string;
	colour: string | null;
	state: FollowUpState;
	reason_code: ReasonCode;
	reason: string;
	anchor_id: string;
	anchor_at: number;
	requested_at: number;
	allowed_at: number;
	due_at: number;
	/** When it first came due, if it was put off since because something failed. */
	first_due_at: number | null;
	reasons_json: string;
	attempts: number;
	lease_token: string | null;
	lease_until: number | null;
	/**
	 * Of the run that holds the lease: `queued` in n8n, `begun` with the follow-up, or `over` as far as the follow-up is
	 * concerned. null: claimed by a version that did not tell.
	 */
	run_state: RunState | null;
	content_json: string | null;
	decision_json: string | null;
	/** What a model said of it before it was due. */
	foreseen_json: string | null;
	/** A plan that has its place once this one, which is being sent, is over. */
	next_plan_json: string | null;
	message_id: string | null;
	error_json: string | null;
	created_at: number;
	updated_at: number;
	accepted_at: number | null;
	sent_at: number | null;
	delivered_at: number | null;
	read_at: number | null;
	replied_at: number | null;
	ended_at: number | null;
}

/** Every transition of a scheduled follow-up, with its reason code. No customer text and no secret stands in it. */
export interface AuditLogTable {
	id: Generated<number>;
	at: number;
	scheduled_id: string;
	from_state: FollowUpState | null;
	to_state: FollowUpState;
	reason_code: ReasonCode;
	detail_json: string | null;
}

export type ScheduledRow = Selectable<ScheduledFollowUpsTable>;

export type ScheduledChanges = Updateable<ScheduledFollowUpsTable>;
