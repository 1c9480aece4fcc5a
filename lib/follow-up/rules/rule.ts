import type { Conversation } from '../../messaging/conversation';
import type { Chatbot, FollowUpDefinition } from '../definition';
import type { Reason } from '../reasons';
import type { Anchor } from '../types';

/** What a rule may look at. `at` is the instant the message would go: the due time when planning, now when deciding. */
export interface RuleFacts {
	chatbot: Chatbot;
	followUp: FollowUpDefinition;
	conversation: Conversation;
	anchor: Anchor;
	at: Date;
	/** Planning looks ahead: what can still change until then (an answer of the business) must not end it. */
	phase: 'plan' | 'decide';
}

export type Verdict =
	| { kind: 'allow' }
	| { kind: 'wait'; until: Date; reason: Reason }
	| { kind: 'end'; reason: Reason };

/** One rule: pure, of one concern, with a reason for everything that is not `allow`. */
export type Rule = (facts: RuleFacts) => Verdict;

export const ALLOW: Verdict = { kind: 'allow' };
export const end = (reason: Reason): Verdict => ({ kind: 'end', reason });
export const waitUntil = (until: Date, reason: Reason): Verdict => ({ kind: 'wait', until, reason });
