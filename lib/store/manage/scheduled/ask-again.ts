import { canUseTemplate } from '../../../follow-up/message-kind.ts';
import { reason } from '../../../follow-up/reasons/index.ts';
import { askRules, type RulesResult } from '../../../follow-up/rules/index.ts';
import { latestFreeForm } from '../../../follow-up/window-end.ts';
import type { ConversationWithHistory } from '../../../messaging/conversation.ts';
import type { Db } from '../../database/db.ts';
import { conversationsWithHistory } from '../../conversations/facts.ts';
import { scheduledFrom } from '../../queue/scheduled-row.ts';
import { type ScheduledWithAddress } from '../../queue/scheduled-row.ts';
import { storedChatbot } from '../../chatbots/stored-chatbot.ts';

export interface AskedAgain {
	result: RulesResult;
	/** The last safe moment for it, where only the open window allows it. */
	latest?: Date;
}

/**
 * Asks the rules of planning about a scheduled follow-up at another moment, on what is known now. Without a registered
 * chatbot nobody has set rules for it, so the moment stands.
 */
export async function askAgain(tx: Db, row: ScheduledWithAddress, at: Date, now: Date): Promise<AskedAgain> {
	const chatbot = await storedChatbot(tx, row.chatbot);
	if (!chatbot) return { result: { kind: 'allow', at, reasons: [] } };
	// Whether it may go is told right before it is sent; until then its node may have written it anew.
	if (chatbot.unreadable?.some(({ id }) => id === row.follow_up))
		return { result: { kind: 'allow', at, reasons: [] } };
	const followUp = chatbot.followUps.find(({ id }) => id === row.follow_up);
	if (!followUp) return { result: { kind: 'end', reason: reason('definition_inactive') } };
	const conversation = await factsOf(tx, row.conversation_id);
	const { anchor } = scheduledFrom(row);
	const latest = canUseTemplate(followUp, conversation)
		? undefined
		: latestFreeForm(chatbot, conversation, now);
	const result = askRules({ chatbot, followUp, conversation, anchor, at, now, phase: 'plan' });
	return { result, ...(latest ? { latest } : {}) };
}

async function factsOf(tx: Db, conversationId: number): Promise<ConversationWithHistory> {
	const row = await tx
		.selectFrom('conversations')
		.selectAll()
		.where('id', '=', conversationId)
		.executeTakeFirstOrThrow();
	return (await conversationsWithHistory(tx, [row]))[0] as ConversationWithHistory;
}
