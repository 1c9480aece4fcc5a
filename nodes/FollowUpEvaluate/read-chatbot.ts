import type { IExecuteFunctions } from 'n8n-workflow';
import { parseChatbot, type Chatbot } from '../../lib';

/**
 * Reads the follow-ups as they are for one item: texts may hold expressions.
 * @throws DefinitionError naming the field and the follow-up.
 */
export function readChatbot(context: IExecuteFunctions, itemIndex: number): Chatbot {
	const settings = context.getNodeParameter('settings', itemIndex, {}) as object;
	return parseChatbot({
		id: context.getNodeParameter('chatbotId', itemIndex),
		stopCondition: context.getNodeParameter('stopCondition', itemIndex),
		followUps: context.getNodeParameter('followUps.values', itemIndex, []),
		settings: { timeZone: context.getTimezone(), ...settings },
	});
}
