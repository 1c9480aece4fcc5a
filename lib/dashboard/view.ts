import type { FollowUpDefinition } from '../follow-up/definition.ts';
import type { FollowUpState } from '../follow-up/lifecycle.ts';
import type { Reason } from '../follow-up/reasons/index.ts';
import type { RuleAnswer } from '../follow-up/rules/answers.ts';
import type { Channel } from '../messaging/channel.ts';
import type { TranscriptMessage } from '../messaging/conversation.ts';
import type { Statistics } from '../statistics/types.ts';
import type { RefusedDeliveries } from '../store/accounts/refused-deliveries.ts';
import type { DashboardQuery, Language } from './query.ts';
import type { Problems } from './form/check.ts';
import type { Draft } from './form/draft.ts';
import type { FormFacts } from './form/facts.ts';
import type { Notice } from './notice.ts';

/** Everything that one view of the dashboard shows; the page is made of it and of nothing else. */
export interface DashboardView {
	lang: Language;
	now: Date;
	/** IANA name; every time on the page is told in it. */
	timeZone: string;
	query: DashboardQuery;
	/** What the last action changed, or why it was refused. */
	notice?: Notice;
	/** The chatbots that the filters offer. */
	chatbots: NamedChatbot[];
	/** Their follow-ups, for the same purpose. */
	followUpNames: FollowUpName[];
	/** The colours in use. */
	colours: string[];
	pausedAccounts: PausedAccount[];
	/** The chatbots for which something is due that nobody collects. */
	uncollected: UncollectedChatbot[];
	/** Accounts whose deliveries do not fit the clock: how far it is ahead of Meta's, below zero behind. */
	wrongClocks: { channel: Channel; account: string; offMs: number }[];
	/** What the webhook refused today, by cause and account. */
	refused: RefusedDeliveries[];
	/** How many follow-ups could not be brought to an end in the last days. */
	deadLetters: number;
	/** Customers with whom a person went on, and who wait for an answer; who waits longest first. */
	waiting: (Person & { since: string })[];
	/** Whom a list is narrowed down to. */
	only?: Person;
	/** Proof that a form came from this page; see `signAction`. */
	token(action: string, target: string[]): string;
	content: Content;
}

export interface NamedChatbot {
	id: string;
	/** What its workflow is called; its ID as long as that is not known. */
	name: string;
}

export interface FollowUpName {
	chatbot: string;
	followUp: string;
	name: string;
}

/** What the chosen view shows below the filters. */
export type Content =
	| { kind: 'followUps'; chatbots: ChatbotCards[]; health: Health }
	| { kind: 'followUp'; detail: FollowUpDetail | undefined }
	| { kind: 'edit'; form: FormView }
	| { kind: 'scheduled'; rows: Page<FollowUpRow> }
	| { kind: 'log'; rows: Page<FollowUpRow> }
	| { kind: 'conversations'; rows: Page<ConversationRow> }
	| { kind: 'conversation'; detail: ConversationDetail | undefined }
	| { kind: 'statistics'; statistics: Statistics; from: Date; to: Date };

/** The form of a follow-up, or why there is none. */
export type FormView =
	| { kind: 'form'; facts: FormFacts; draft: Draft; problems?: Problems }
	| { kind: 'choose'; chatbots: { id: string; name: string }[] }
	| { kind: 'missing'; why: 'none' | 'gone' | 'notKept' };

/** One page of a longer list. */
export interface Page<T> {
	items: T[];
	/** Of all pages together. */
	total: number;
	/** From 1. */
	page: number;
	pageSize: number;
}

export interface UncollectedChatbot {
	name: string;
	count: number;
	/** When the oldest one came due. */
	since: string;
	/** Its Follow-Up Due Trigger has lately said that it looks, so it is late and not gone. */
	isLooking: boolean;
}

/** How everything is doing. */
export interface Health {
	/** When Meta last delivered something; missing if that is days ago. */
	deliveredAt?: string;
	/** This month, by currency. */
	spent: { currency: string; amount: number; messages: number; unknown: number }[];
}

export interface PausedAccount {
	channel: Channel;
	account: string;
	since: string;
	until?: string;
	reason: string;
	/** The credential whose token is in trouble; others go on sending. */
	onlyFor?: string;
}

/** A chatbot with those of its follow-ups that the filters let through. */
export interface ChatbotCards {
	id: string;
	name: string;
	/** Its follow-ups are written here. */
	keptHere: boolean;
	stopCondition: string;
	/** Since when nothing of it runs: `closed` when its workflow said so, `unseen` when it just fell silent. */
	notRunning?: { since: string; how: 'closed' | 'unseen' };
	/** How many follow-ups are on, whatever the filters say. */
	active: number;
	activeLimit: number;
	followUps: FollowUpCard[];
}

export interface FollowUpCard {
	chatbot: string;
	/** It is written here, so it can be edited here. */
	keptHere: boolean;
	id: string;
	name: string;
	colour?: string;
	/** Missing when what is stored of it cannot be read. */
	definition?: FollowUpDefinition;
	/** Why it is never sent. */
	unreadable?: string;
	/** Whether it is on; what was switched here wins over the workflow. */
	active: boolean;
	/** Switched here, whatever the workflow says. */
	isOverridden: boolean;
	/** How many are waiting for their time. */
	scheduled: number;
}

export interface FollowUpDetail extends FollowUpCard {
	chatbotName: string;
	stopCondition: string;
	/** The next ones and the last ones. */
	scheduledRows: FollowUpRow[];
	logRows: FollowUpRow[];
}

/** The person a follow-up is for. */
export interface Person {
	conversation: string;
	channel: Channel;
	/** The best that is known: name, else user name, phone or ID. */
	name: string;
	/** Phone or user name, if it is not the name already. */
	handle?: string;
}

/** One planned, sent or ended follow-up. */
export interface FollowUpRow {
	id: string;
	chatbot: string;
	followUp: string;
	name: string;
	colour?: string;
	who: Person;
	state: FollowUpState;
	reason: Reason;
	/** Why it is due when it is due. */
	timing: Reason[];
	requestedAt: string;
	dueAt: string;
	/** When its present state came about. */
	at: string;
	/** What was sent or is to be sent. */
	text?: string;
	/** The template's name, where one was sent. */
	template?: string;
	/** What the AI gave as its reason. */
	aiReason?: string;
}

export interface ConversationRow {
	who: Person;
	lastInboundAt?: string;
	/** When the messaging window closes; it may be over. */
	windowClosesAt?: string;
	pausedSince?: string;
	pausedUntil?: string;
	/** Since when the customer wants no message, who says so (`customer`, `model`, `business`), and why a model understood it so. */
	optedOutAt?: string;
	optedOutBy?: string;
	optedOutNote?: string;
	/** The same for marketing; by nobody: the customer chose it in the app itself. */
	marketingOptedOutAt?: string;
	marketingOptedOutBy?: string;
	convertedAt?: string;
	/** How many follow-ups are planned for it. */
	scheduled: number;
}

/** One conversation with everything that can be done for this customer. */
export interface ConversationDetail {
	row: ConversationRow;
	/** Which of the business's accounts it is with. */
	account: string;
	/** The newest ones, oldest first. */
	messages: TranscriptMessage[];
	/** There are more messages before the first one shown. */
	hasOlder: boolean;
	scheduledRows: FollowUpRow[];
	logRows: FollowUpRow[];
	/** What would happen if everything were due now; only if it was asked for. */
	whatNow?: ChatbotNow[];
}

/** What a chatbot would do with a conversation at this moment. */
export interface ChatbotNow {
	id: string;
	name: string;
	followUps: FollowUpNow[];
}

export interface FollowUpNow {
	id: string;
	name: string;
	colour?: string;
	description: string;
	/** `goes`: the rules let it through, and decide alone with `byRules`; the text, if it is a fixed one. */
	outcome:
		| { kind: 'goes'; byRules: boolean; text?: string }
		| { kind: 'waits'; until: string; reason?: Reason }
		| { kind: 'end'; reason: Reason };
	answers: RuleAnswer[];
}
