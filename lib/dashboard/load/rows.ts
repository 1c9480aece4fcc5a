import { messagingWindow } from '../../messaging/window.ts';
import type { Contact } from '../../messaging/messaging-event.ts';
import type { ListedConversation, ScheduledWithCustomer } from '../../store/manage/types.ts';
import type { ConversationRow, FollowUpRow, Person } from '../view.ts';

/** One follow-up of a list as the page shows it. */
export function followUpRow(one: ScheduledWithCustomer): FollowUpRow {
	const { content, decision } = one;
	return {
		...{ id: one.id, chatbot: one.chatbot, followUp: one.followUpId, name: one.name, colour: one.colour },
		who: person(one.conversation, one, one.customer),
		...{ state: one.state, reason: one.reason, timing: one.reasons },
		...{ requestedAt: one.requestedAt, dueAt: one.dueAt, at: one.at ?? one.updatedAt },
		...(content?.kind === 'text' ? { text: content.text } : {}),
		...(content?.kind === 'template' ? { template: content.template.name } : {}),
		...(decision?.use ? { aiReason: decision.sentence } : {}),
	};
}

/** One conversation of a list as the page shows it. */
export function conversationRow(one: Omit<ListedConversation, 'nextDueAt'>, now: Date): ConversationRow {
	const { closesAt } = messagingWindow(one, now);
	const isPaused = one.pausedAt && (!one.pausedUntil || new Date(one.pausedUntil) > now);
	return {
		who: person(one.key, one, one.contact),
		...{ lastInboundAt: one.lastInboundAt, windowClosesAt: closesAt ?? undefined },
		...(isPaused ? { pausedSince: one.pausedAt, pausedUntil: one.pausedUntil } : {}),
		...{ optedOutAt: one.optedOutAt, optedOutBy: one.optedOutBy, optedOutNote: one.optedOutNote },
		...{ marketingOptedOutAt: one.marketingOptedOutAt, marketingOptedOutBy: one.marketingOptedOutBy },
		...{ convertedAt: one.convertedAt, scheduled: one.scheduled },
	};
}

/** The best that is known of a customer. */
export function person(
	conversation: string,
	{ channel }: Pick<Person, 'channel'>,
	{ id, name, username, phone }: Contact,
): Person {
	const number = phone && `+${phone.replace(/^\+/, '')}`;
	const known = [name, username && `@${username}`, number].filter((one): one is string => Boolean(one));
	const [first = id, second] = known;
	return { conversation, channel, name: first, ...(second ? { handle: second } : {}) };
}
