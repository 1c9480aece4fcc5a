import { present, iso, time } from '../conversations/rows.ts';
import { conversationKey } from '../../messaging/conversation-key.ts';
import type { ScheduledFollowUp } from '../../follow-up/types.ts';
import type { ReasonCode } from '../../follow-up/reasons/index.ts';
import type { ScheduledRow, ConversationRow } from '../database/schema.ts';
import {
	readContent,
	readDecision,
	readError,
	readPrefetched,
	readReasons,
} from '../database/stored-json.ts';

export type ScheduledWithAddress = ScheduledRow & Pick<ConversationRow, 'channel' | 'account' | 'contact'>;

export function scheduledFrom(row: ScheduledWithAddress): ScheduledFollowUp {
	const address = { channel: row.channel, account: row.account, contact: row.contact };
	const leased = row.lease_token !== null && row.lease_until !== null;
	return present<ScheduledFollowUp>({
		id: row.id,
		conversation: conversationKey(address),
		...address,
		chatbot: row.chatbot,
		followUpId: row.follow_up,
		name: row.name,
		colour: row.colour,
		state: row.state,
		reason: { code: row.reason_code as ReasonCode, sentence: row.reason },
		anchor: { id: row.anchor_id, at: iso(row.anchor_at) },
		requestedAt: iso(row.requested_at),
		allowedAt: iso(row.allowed_at),
		dueAt: iso(row.due_at),
		reasons: readReasons(row.reasons_json) ?? [],
		attempts: row.attempts,
		lease: leased ? { token: row.lease_token as string, until: iso(row.lease_until as number) } : null,
		content: readContent(row.content_json),
		decision: readDecision(row.decision_json),
		prefetched: readPrefetched(row.foreseen_json),
		messageId: row.message_id,
		error: readError(row.error_json),
		createdAt: iso(row.created_at),
		updatedAt: iso(row.updated_at),
		acceptedAt: time(row.accepted_at),
		sentAt: time(row.sent_at),
		deliveredAt: time(row.delivered_at),
		readAt: time(row.read_at),
		repliedAt: time(row.replied_at),
		endedAt: time(row.ended_at),
	});
}
