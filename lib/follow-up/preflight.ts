import type { ConversationWithHistory } from '../messaging/conversation.ts';
import { isWindowOpen } from '../messaging/window.ts';
import { chatbotSchema, type Chatbot } from './definition.ts';
import { reason, type Reason } from './reasons/index.ts';
import { askRules } from './rules/index.ts';
import { takesOver } from './take-over.ts';
import type { Anchor, Content, TemplateFact } from './types.ts';

export interface PreflightFacts {
	/** As last seen; left out for what was scheduled without ever registering a chatbot. */
	chatbot?: Chatbot;
	followUpId: string;
	conversation: ConversationWithHistory;
	anchor: Anchor;
	content?: Content;
	/** What goes instead if the window has closed since the decision. */
	contentWhenClosed?: Content;
	templates?: readonly TemplateFact[];
	now: Date;
}

export type Preflight =
	/** `reason`: why it goes although another app owns the thread. */
	| { kind: 'go'; content: Content; reason?: Reason }
	| { kind: 'wait'; until: Date; reason: Reason }
	| { kind: 'end'; reason: Reason };

/**
 * The last question before the request to Meta, asked inside the transaction that marks the follow-up as being sent: may
 * this content go to this customer at this instant? The same rules as when planning and deciding, on the facts of now.
 */
export function preflight(facts: PreflightFacts): Preflight {
	const { conversation, anchor, templates, now } = facts;
	const chatbot = facts.chatbot ?? undefinedChatbot(facts.followUpId);
	const followUp = chatbot.followUps.find(({ id }) => id === facts.followUpId);
	if (!followUp) return { kind: 'end', reason: reason('definition_inactive') };
	const content = contentNow(facts);
	const result = askRules({
		...{ chatbot, followUp, conversation, anchor, content, templates },
		at: now,
		phase: 'send',
	});
	if (result.kind === 'end') return result;
	if (result.at > now)
		return { kind: 'wait', until: result.at, reason: result.reasons.at(-1) ?? reason('quiet_hours') };
	if (!content) return { kind: 'end', reason: reason('ai_answer_unusable') };
	if (!takesOver({ chatbot, conversation, at: now })) return { kind: 'go', content };
	return { kind: 'go', content, reason: takeOverReason(content) };
}

function takeOverReason({ kind }: Content): Reason {
	if (kind === 'text') return reason('thread_taken_over');
	return reason(
		'thread_taken_over',
		'Another app owns the conversation and nobody has answered the customer, so the template went all the same; the other app still owns it',
	);
}

function contentNow({ conversation, content, contentWhenClosed, now }: PreflightFacts): Content | undefined {
	if (content?.kind === 'text' && !isWindowOpen(conversation, now)) return contentWhenClosed ?? content;
	return content;
}

/** Nobody defined this follow-up, so only what Meta and the customer want holds. */
function undefinedChatbot(followUpId: string): Chatbot {
	return chatbotSchema.parse({
		id: 'undefined',
		stopCondition: 'none',
		followUps: [{ id: followUpId, name: 'undefined', description: 'none' }],
		settings: {
			onlyIfBusinessAnswered: false,
			maxUnanswered: 0,
			minimumGapMinutes: 0,
			resumeAfterPersonHours: 0,
		},
	});
}
