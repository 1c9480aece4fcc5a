import type { Chatbot } from '../follow-up/definition.ts';
import type { Reason, ReasonCode } from '../follow-up/reasons/index.ts';
import type { Anchor, Content, FollowUpTimes, ModelUse } from '../follow-up/types.ts';
import type { CostEstimate } from '../meta/prices/estimate.ts';
import type { Conversation, TranscriptMessage } from '../messaging/conversation.ts';

/** A conversation as it really went. */
export interface PastConversation {
	/** What is known of it besides its messages: who, and when they opted out, were paused, converted … */
	facts: Conversation;
	/** In any order. */
	messages: TranscriptMessage[];
	/** The follow-ups to try it with, if they come with the conversation. */
	chatbot?: Chatbot;
	/** Nothing is known of what came after this; from then on the customer is taken to stay silent. ISO 8601 in UTC. */
	knownUntil: string;
}

/** What one of the present follow-ups would have done in one silence of a past conversation. */
export interface SimulatedFollowUp {
	chatbot: string;
	id: string;
	name: string;
	colour?: string;
	/** The customer message after which the silence began. */
	anchor?: Anchor;
	/** `send`: it would go. `not_planned`: a rule ends it at once. `ended`: planned, and ended before it went. */
	outcome: 'send' | 'not_planned' | 'ended';
	/** When it would go, or when it would have ended. */
	at?: string;
	/** Why: the rule or the model's reason, as a code and a sentence. */
	reason: Reason;
	times?: FollowUpTimes;
	/** What would go; without a model nobody knows a text that the AI would write. */
	content?: Content;
	/** Only a model could say whether it fits the conversation, and none was asked. */
	needsModel?: boolean;
	/** 0 to 1, as the model put it. */
	confidence?: number;
	/** What sending it would cost. */
	cost?: CostEstimate;
	/** What deciding took. */
	model?: Pick<ModelUse, 'model' | 'calls' | 'inputTokens' | 'outputTokens'>;
	/** Each step on the way with its reason, e.g. moved out of the quiet hours. */
	steps: { at: string; code: ReasonCode; sentence?: string }[];
	/** It lies after what is known of the conversation: it holds if the customer stays silent. */
	assumesSilence: boolean;
}

/** What the present follow-ups would have done in a past conversation. */
export interface SimulatedConversation {
	conversation: Pick<Conversation, 'key' | 'channel' | 'account' | 'contact'>;
	messages: number;
	followUps: SimulatedFollowUp[];
}

/** A whole simulation in figures. */
export interface SimulationSummary {
	conversations: number;
	/** Conversations in which at least one follow-up would go. */
	withFollowUps: number;
	byFollowUp: {
		chatbot: string;
		id: string;
		name: string;
		send: number;
		ended: { code: ReasonCode; count: number }[];
	}[];
	/** By currency: least and most for those whose cost is known, and how many are unknown. */
	costs: { currency: string; messages: number; low: number; high: number; unknown: number }[];
	model: { calls: number; inputTokens: number; outputTokens: number };
}
