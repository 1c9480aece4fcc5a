import { answersOfRules } from '../../follow-up/rules/answers.ts';
import { askRules } from '../../follow-up/rules/index.ts';
import type { RuleFacts } from '../../follow-up/rules/rule.ts';
import { anchorOf } from '../../follow-up/silence.ts';
import type { ConversationWithHistory } from '../../messaging/conversation.ts';
import type { ScheduledWithCustomer } from '../../store/manage/types.ts';
import type { Store } from '../../store/store.ts';
import type { ChatbotNow, FollowUpNow } from '../view.ts';

export interface WhatNowInput {
	conversation: ConversationWithHistory;
	chatbots: { id: string; name: string }[];
	/** What waits for its time in this conversation. */
	scheduled: ScheduledWithCustomer[];
	now: Date;
}

/**
 * What would happen if each follow-up were due at this moment, by the rules that decide. Nothing is sent, kept or asked of a
 * model.
 */
export async function whatNow(
	store: Pick<Store, 'chatbot' | 'knownTemplates' | 'keptFacts'>,
	{ conversation, chatbots, scheduled, now }: WhatNowInput,
): Promise<ChatbotNow[]> {
	const answers = await Promise.all(
		chatbots.map(async ({ id, name }): Promise<ChatbotNow> => {
			const chatbot = await store.chatbot(id);
			const templates = await store.knownTemplates(id);
			const byRules = (await store.keptFacts(id))?.withoutModel === true;
			const followUps = chatbot?.followUps ?? [];
			return {
				...{ id, name },
				followUps: followUps.map((followUp) => {
					const planned = scheduled.find((one) => one.chatbot === id && one.followUpId === followUp.id);
					// Who never wrote has no message that a silence could begin with; the rules say so.
					const anchor = planned?.anchor ?? anchorOf(conversation) ?? { id: '', at: now.toISOString() };
					return nowOf({
						...{ chatbot: chatbot as NonNullable<typeof chatbot>, followUp, conversation, anchor },
						...{ at: now, phase: 'decide', templates },
						byRules,
					});
				}),
			};
		}),
	);
	return answers.filter(({ followUps }) => followUps.length > 0);
}

function nowOf({ byRules, ...facts }: RuleFacts & { byRules: boolean }): FollowUpNow {
	const { id, name, colour, messageSource, message, description } = facts.followUp;
	const result = askRules(facts);
	const isNow = result.kind === 'allow' && result.at <= facts.at;
	return {
		...{ id, name, description, ...(colour ? { colour } : {}) },
		outcome:
			result.kind === 'end'
				? { kind: 'end', reason: result.reason }
				: isNow
					? { kind: 'goes', byRules, ...(messageSource === 'fixed' ? { text: message } : {}) }
					: { kind: 'waits', until: result.at.toISOString(), reason: result.reasons.at(-1) },
		answers: answersOfRules(facts),
	};
}
