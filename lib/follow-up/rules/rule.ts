import type { ConversationWithHistory } from '../../messaging/conversation.ts';
import type { Chatbot, FollowUpDefinition } from '../definition.ts';
import type { Reason } from '../reasons/index.ts';
import type { Anchor, Content, TemplateFact } from '../types.ts';

/** Planning looks ahead; deciding and sending ask about this very moment. */
export type Phase = 'plan' | 'decide' | 'send';

/** What a rule may look at. `at` is the instant the message would go: the due time when planning, now otherwise. */
export interface RuleFacts {
	chatbot: Chatbot;
	followUp: FollowUpDefinition;
	conversation: ConversationWithHistory;
	anchor: Anchor;
	at: Date;
	/** Planning looks ahead: what can still change until then (an answer of the business) must not end it. */
	phase: Phase;
	/** The present, when `at` lies ahead of it; nothing can be moved to before it. */
	now?: Date;
	/** What was decided to go, once it is decided. */
	content?: Content;
	/** Nothing may be moved to an earlier time only to be found in time. */
	toTheEdge?: true;
	/** The templates of the account as far as they are known. */
	templates?: readonly TemplateFact[];
}

export type Verdict =
	| { kind: 'allow' }
	/** Not before `until`; then all rules are asked again. */
	| { kind: 'wait'; until: Date; reason: Reason }
	/** Only while planning: no later than `to`, which is not before now. `atBest`: where that cannot be, it stays. */
	| { kind: 'earlier'; to: Date; reason: Reason; atBest?: true }
	| { kind: 'end'; reason: Reason };

/** One rule: pure, of one concern, with a reason for everything that is not `allow`. */
export type Rule = (facts: RuleFacts) => Verdict;

export const ALLOW: Verdict = { kind: 'allow' };
export const end = (reason: Reason): Verdict => ({ kind: 'end', reason });
export const waitUntil = (until: Date, reason: Reason): Verdict => ({ kind: 'wait', until, reason });
export const earlier = (to: Date, reason: Reason): Verdict => ({ kind: 'earlier', to, reason });
