import type { ReasonCode } from '../follow-up/reasons/index.ts';
import type { Channel } from '../messaging/channel.ts';

/** What is to be counted. docs/statistics.md defines every figure. */
export interface StatisticsQuery {
	/** Follow-ups whose counted moment is not before this … */
	from: Date;
	/** … and before this. */
	to: Date;
	/** Days and hours of the day are those of this time zone, e.g. America/Bogota. */
	timeZone: string;
	chatbot?: string;
	/** Its ID or its name. */
	followUpId?: string;
	channel?: Channel;
	/** How long after a follow-up a customer message still counts as a reply to it; 72 if left out. */
	replyHours?: number;
	/** How long after a follow-up a conversation marked as converted counts for it; 7 if left out. */
	conversionDays?: number;
	/** The difference in reply rates worth finding, as a share; 0.1 (ten percentage points) if left out. */
	detectableDifference?: number;
	/** Follow-ups that could still be answered at this time are told apart (`awaiting`). */
	now: Date;
}

/** An interval at 95 % confidence. */
export interface Interval {
	low: number;
	high: number;
}

/** A share of something: 0 to 1, with its Wilson interval; both are missing when there is nothing to take a share of. */
export interface Rate {
	count: number;
	of: number;
	rate?: number;
	interval?: Interval;
}

/** How many follow-ups came how far. `planned` = pending + sent + refused + unknown + ended. */
export interface FollowUpCounts {
	/** All of them. */
	planned: number;
	/** Still to be decided or sent. */
	pending: number;
	/** Accepted by Meta, whatever became of the message later. */
	sent: number;
	/** Of the sent ones: Meta reported them as delivered (or as read). */
	delivered: number;
	/** Of the sent ones: Meta reported them as read. */
	read: number;
	/** Of the sent ones: the customer wrote within the reply time and before the next follow-up. */
	replied: number;
	/** Of the sent ones: the conversation was marked as converted within the conversion time. */
	converted: number;
	/** Refused by Meta or accepted and then not delivered: `refused` + `undelivered`. */
	failed: number;
	/** Never accepted by Meta. */
	refused: number;
	/** Of the sent ones: Meta reported later that the message could not be delivered. */
	undelivered: number;
	/** Whether Meta accepted the message is not known. */
	unknown: number;
	/** Ended without a message; `endedBy` says why. */
	ended: number;
	/** Of the sent ones: not answered, and the reply time is not over yet. Replies may still come. */
	awaiting: number;
	/** `ended` by reason; only reasons that occurred, the most frequent first. */
	endedBy: { code: ReasonCode; count: number }[];
}

export interface ChatbotCounts extends FollowUpCounts {
	chatbot: string;
	/** `replied` of `sent`. */
	replyRate: Rate;
	conversionRate: Rate;
	timeToReply: TimeToReply;
	costs: CurrencyCost[];
	model: ModelTotals;
}

export interface FollowUpStatistics extends ChatbotCounts {
	followUpId: string;
	name: string;
	colour?: string;
}

export interface DayCounts extends FollowUpCounts {
	/** `yyyy-mm-dd` in the time zone of the query. Every day of the range is there, also those without any. */
	day: string;
}

/** Replies by the hour of the day at which the follow-up was sent, in the time zone of the query. */
export interface HourRate extends Rate {
	/** 0 to 23. */
	hour: number;
}

/** How long customers took to reply; the times are missing when nobody did. */
export interface TimeToReply {
	replies: number;
	medianMinutes?: number;
	/** Three of four replies had come by then. */
	p75Minutes?: number;
	buckets: ReplyBucket[];
}

export interface ReplyBucket {
	/** Not less than this many minutes … */
	fromMinutes: number;
	/** … and less than this. */
	toMinutes: number;
	count: number;
}

/** One side of a comparison. Each conversation counts once, by its first follow-up. */
export interface Arm {
	conversations: number;
	reply: Rate;
	conversion: Rate;
}

export type ComparisonState =
	/** Nobody is held out, or nobody got anything: there is nothing to compare. */
	| 'no_hold_out'
	/** The smaller group is not large enough yet for the difference that is worth finding. */
	| 'not_enough_data'
	| 'no_clear_difference'
	| 'better'
	| 'worse';

/** The effect of the follow-ups of one chatbot: those who got one against those held out. */
export interface HoldOutComparison {
	chatbot: string;
	/** Moments before the first held-out one in the range do not count: until then everybody got follow-ups. */
	comparedFrom?: string;
	/** Conversations for which a follow-up was handed to Meta. */
	sent: Arm;
	/** Conversations for which it would have been, had they not been held out. */
	heldOut: Arm;
	/** Reply rate of `sent` less that of `heldOut`, with its Newcombe interval; missing when one side is empty. */
	replyLift?: Lift;
	/** The same with conversions. */
	conversionLift?: Lift;
	/** Judged by replies. */
	state: ComparisonState;
	/** How many held-out conversations there are, and about how many are needed. */
	enough: { have: number; need: number };
	/** What a person reads, e.g. "Not enough data yet: 12 of about 200 held-out conversations". */
	sentence: { en: string; es: string };
}

export interface Lift {
	difference: number;
	interval: Interval;
}

/** What messages cost in one currency. Messages with an unknown cost are counted, never added as zero. */
export interface CurrencyCost {
	/** ISO 4217; an empty text for messages of which not even the currency is known. */
	currency: string;
	messages: number;
	/** Estimated before sending: least and most, over `estimated` messages. */
	estimate: { low: number; high: number };
	estimated: number;
	/** As Meta billed, over `billed` messages. */
	actual: number;
	billed: number;
	/** Billed where Meta said so, otherwise the most that was estimated, over all but the `unknown` ones. */
	amount: number;
	/** Neither billed nor estimated. */
	unknown: number;
}

/** What deciding with a model took. */
export interface ModelTotals {
	calls: number;
	inputTokens: number;
	outputTokens: number;
	/** Decisions of calls for which the server counted no tokens; they are not in the sums. */
	unknown: number;
}

/** What `statistics` answers. */
export interface Statistics {
	/** ISO 8601 in UTC. */
	range: { from: string; to: string; timeZone: string };
	settings: { replyHours: number; conversionDays: number; detectableDifference: number };
	total: FollowUpCounts & {
		replyRate: Rate;
		conversionRate: Rate;
		timeToReply: TimeToReply;
		costs: CurrencyCost[];
		model: ModelTotals;
	};
	byChatbot: ChatbotCounts[];
	byFollowUp: FollowUpStatistics[];
	byDay: DayCounts[];
	byHour: HourRate[];
	/** One per chatbot. */
	holdOut: HoldOutComparison[];
}
