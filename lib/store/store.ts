import type { Chatbot } from '../follow-up/definition.ts';
import type { Reason, ReasonCode } from '../follow-up/reasons/index.ts';
import type { FollowUpState } from '../follow-up/lifecycle.ts';
import type {
	Decision,
	DueFollowUp,
	PrefetchedDecision,
	PlannedFollowUp,
	ScheduledFollowUp,
	SendResult,
} from '../follow-up/types.ts';
import type {
	BusinessAuthor,
	ConversationWithHistory,
	TranscriptMessage,
} from '../messaging/conversation.ts';
import type { Contact, MessagingEvent } from '../messaging/messaging-event.ts';
import type { Sender, SendingCredential } from './accounts/credential-pauses.ts';
import type { AccountsStore } from './accounts/index.ts';
import type { Now } from './database/now.ts';
import type { KeptChatbot, RegisteredKept } from './chatbots/kept.ts';
import type { ChatbotSource } from './chatbots/source.ts';
import type { Ingested, IngestOptions } from './ingest/index.ts';
import type { MediaStore } from './ingest/media.ts';
import type { ManageStore } from './manage/index.ts';
import type { ReportStore } from './statistics/index.ts';
import type { SendingStore } from './sending/index.ts';
import type { StaffEventsStore } from './queue/staff-events/index.ts';
import type { StartsStore } from './queue/starts/index.ts';
import type {
	BeginSend,
	Claim,
	ClaimOptions,
	RecoveredLeases,
	ReleaseOptions,
	RunEnd,
	ScheduleResult,
	WaitingFollowUp,
	Resumed,
} from './queue/types.ts';

export interface ExpireOptions {
	chatbot: string;
	/** What came due before this is ended. */
	dueBefore: Date;
	now: Now;
}

/** How long things are kept, in days. Live follow-ups and conversations are always kept. */
export interface RetentionOptions {
	messageDays: number;
	/** Counted from the last change of a follow-up that is over. */
	followUpDays: number;
	auditDays: number;
	now: Now;
}

/** How many rows were deleted; `done` when nothing more is past its age. */
export interface Swept {
	messages: number;
	followUps: number;
	auditRows: number;
	seenEvents: number;
	/** What messages cost, as old as the follow-ups that are deleted. */
	costs: number;
	/** Turns of the pace of sending. */
	turns: number;
	/** What executions sent, kept in case n8n repeats one. */
	sentItems: number;
	/** Events whose workflow nobody published for as long as Meta delivers again, and triggers that are gone. */
	starts: number;
	/** What the staff was told of conversations, or need not be told any more. */
	staffEvents: number;
	/** Counts of refused requests to the webhook. */
	refusals: number;
	done: boolean;
}

export interface OutboundMessage {
	conversation: string;
	messageId: string;
	at: string;
	type: string;
	text?: string;
	by: BusinessAuthor;
	/** The customer's own IDs, as Meta's answer told them. */
	receiver?: Contact;
	/** The item of the execution that sent it; see `beginItem`. */
	item?: { key: string; result: object };
}

export interface ListFilter {
	chatbot?: string;
	conversation?: string;
	states?: FollowUpState[];
	/** Only those due before this; with the state `scheduled` and a time some minutes ago: the overdue ones. */
	dueBefore?: Date;
	limit?: number;
	offset?: number;
}

export interface AuditEntry {
	at: string;
	from?: FollowUpState;
	to: FollowUpState;
	code: ReasonCode;
	detail?: object;
}

/** The engine's memory. Every write is one transaction; the present comes in as an argument, all other times are kept as given. */
export interface Store
	extends SendingStore,
		AccountsStore,
		StartsStore,
		MediaStore,
		StaffEventsStore,
		ManageStore,
		ReportStore {
	/** The present by the clock that decides: in Postgres the server's. Operations that depend on it are given it. */
	now(): Promise<Now>;
	/** Begins and ends a transaction that changes nothing; fails while the store cannot be used. */
	ready(): Promise<void>;
	/** Takes in one webhook delivery, all of it or nothing; events seen before are dropped. */
	ingest(events: MessagingEvent[], now: Now, options?: IngestOptions): Promise<Ingested>;
	/** Notes that Meta got its 200 for events given to a listener; until then a repeated delivery gives them again. */
	markAnswered(events: MessagingEvent[], listener: string, now: Now): Promise<void>;
	/** Of events given to a listener: those for which Meta has not got its 200 up to now. */
	unanswered(events: MessagingEvent[], listener: string): Promise<MessagingEvent[]>;
	/** A conversation by any ID its contact was ever known by. */
	conversation(key: string, sender?: Sender): Promise<ConversationWithHistory | undefined>;
	/** The newest messages of a conversation, oldest first. */
	transcript(key: string, limit: number): Promise<TranscriptMessage[]>;
	/**
	 * Remembers a chatbot's definition as last seen; returns it with its activation time and on/off overrides applied. With
	 * a source, ingest can plan by it for as long as that source stays as it is.
	 */
	registerChatbot(chatbot: Chatbot, now: Now, source?: ChatbotSource): Promise<Chatbot>;
	/** Remembers a chatbot whose follow-ups are kept in the store, written on the dashboard, and gives them out. */
	registerKept(
		kept: KeptChatbot,
		now: Now,
		source?: Omit<ChatbotSource, 'templates'>,
	): Promise<RegisteredKept>;
	/** Stores planned follow-ups; what is already planned for the same silence is left as it is. */
	schedule(planned: PlannedFollowUp[], now: Now): Promise<ScheduleResult>;
	/** Hands out what is due, earliest first, each under a lease. It counts as an attempt when a run begins: see `takeUp`. */
	claimDue(options: ClaimOptions): Promise<DueFollowUp[]>;
	/** A Follow-Up Due Trigger says how often it looks: nothing is planned so late that it is found too late. */
	noteLooks(chatbot: string, everyMs: number, now: Now): Promise<void>;
	/** A Follow-Up Due Trigger looks no more: its workflow is unpublished, or n8n ends. */
	noteClosed(chatbot: string, now: Now): Promise<void>;
	/** Whether a published Follow-Up Due Trigger looks for what is due of a chatbot. */
	isCollected(chatbot: string, now: Now): Promise<boolean>;
	/** A run begins with what it was handed: an attempt from now on. Returns the IDs of those that are still its own. */
	takeUp(claims: Claim[], now: Now): Promise<string[]>;
	/** A sign of life for a run that waits for its place in n8n. Returns how many it has not begun with. */
	holdQueued(claims: Claim[], leaseMs: number, now: Now): Promise<number>;
	/** How the run ended; what it leaves undone is settled when its lease runs out. With `waits` the lease lasts this long. */
	noteRunEnd(claims: Claim[], end: RunEnd, leaseMs: number, now: Now): Promise<void>;
	/** Puts back, or settles, what was claimed by a run that never finished. */
	recoverLeases(now: Now): Promise<RecoveredLeases>;
	/** What became of follow-ups that a run has been waiting for, in the same order; takes up those that are due. */
	resume(
		waiting: WaitingFollowUp[],
		options: { now: Now; leaseMs: number },
	): Promise<(Resumed | undefined)[]>;
	/** A sign of life of a run that takes long: its leases hold at least this long from now. Returns how many are still ours. */
	extendLeases(claims: Claim[], leaseMs: number, now: Now): Promise<number>;
	/** Ends, as expired, a batch of what came due too long ago; returns how many. */
	expireOverdue(options: ExpireOptions): Promise<number>;
	/** Deletes a batch of what is past its age. */
	sweep(options: RetentionOptions): Promise<Swept>;
	/** Gives claimed follow-ups back undecided. Returns how many were still ours. */
	release(claims: Claim[], options: ReleaseOptions, now: Now): Promise<number>;
	/** Writes a decision down: `wait` puts it back with its new due time, `skip` ends it, `stop` ends all live ones. */
	recordDecision(decision: Decision, leaseToken: string, now: Now): Promise<boolean>;
	/** Keeps what a model said of follow-ups that are not due yet; of those that no longer wait it is dropped. */
	keepPrefetched(prefetched: PrefetchedDecision[]): Promise<void>;
	/** The last step before the request to Meta: the guarded transition from claimed to sending. */
	beginSend(id: string, leaseToken: string, now: Now, credential?: SendingCredential): Promise<BeginSend>;
	/** What Meta answered. */
	finishSend(
		id: string,
		result: SendResult,
		now: Now,
		credential?: SendingCredential,
	): Promise<ScheduledFollowUp>;
	/** Records what the business said through this package, so that it counts as having spoken. */
	recordOutbound(message: OutboundMessage, now: Now): Promise<void>;
	get(id: string): Promise<ScheduledFollowUp | undefined>;
	list(filter?: ListFilter): Promise<ScheduledFollowUp[]>;
	/** Ends the live follow-ups of a conversation; returns how many. */
	cancel(conversation: string, options: { chatbot?: string; reason?: Reason }, now: Now): Promise<number>;
	audit(id: string): Promise<AuditEntry[]>;
	/** What the dashboard signs its forms with; the same for all processes that share the store. */
	pageSecret(): Promise<string>;
	close(): Promise<void>;
}
