import type { IExecuteFunctions } from 'n8n-workflow';
import { parseChatbot, requireNoModel, type Chatbot } from '../../lib/index.ts';

/**
 * Reads the follow-ups as they are for one item: texts may hold expressions.
 * @throws DefinitionError naming the field and the follow-up.
 */
export function readChatbot(context: IExecuteFunctions, itemIndex: number): Chatbot {
	const settings = context.getNodeParameter('settings', itemIndex, {}) as object;
	const chatbot = parseChatbot({
		id: context.getNodeParameter('chatbotId', itemIndex),
		stopCondition: context.getNodeParameter('stopCondition', itemIndex),
		followUps: readFollowUps(context, itemIndex),
		settings: { timeZone: context.getTimezone(), ...settings },
	});
	if (context.getNodeParameter('decideBy', itemIndex) === 'rulesOnly') requireNoModel(chatbot);
	return chatbot;
}

function readFollowUps(context: IExecuteFunctions, itemIndex: number): unknown {
	return context.getNodeParameter('defineFollowUps', itemIndex, 'inNode') === 'json'
		? context.getNodeParameter('followUpsJson', itemIndex)
		: context.getNodeParameter('followUps.values', itemIndex, []);
}
