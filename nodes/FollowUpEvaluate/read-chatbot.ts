import type { IExecuteFunctions } from 'n8n-workflow';
import { parseChatbot, parseRows, requireNoModel, writtenFollowUps, type Chatbot } from '../../lib/index.ts';
import { hintOnce } from './hint-once.ts';

/**
 * Reads the follow-ups as they are for one item: texts may hold expressions. Of a list that is written elsewhere, such as the
 * rows of a table, what cannot be used is left out, and the node says why.
 * @throws DefinitionError naming the field and the follow-up.
 */
export function readChatbot(context: IExecuteFunctions, itemIndex: number): Chatbot {
	const settings = context.getNodeParameter('settings', itemIndex, {}) as object;
	const about = {
		id: context.getNodeParameter('chatbotId', itemIndex),
		stopCondition: context.getNodeParameter('stopCondition', itemIndex),
		settings: { timeZone: context.getTimezone(), ...settings },
	};
	const chatbot =
		context.getNodeParameter('defineFollowUps', itemIndex, 'inNode') === 'json'
			? fromRows(context, { ...about, followUps: context.getNodeParameter('followUpsJson', itemIndex) })
			: parseChatbot({
					...about,
					followUps: writtenFollowUps(context.getNodeParameter('followUps.values', itemIndex, [])),
				});
	if (context.getNodeParameter('decideBy', itemIndex) === 'rulesOnly') requireNoModel(chatbot);
	return chatbot;
}

function fromRows(context: IExecuteFunctions, given: object): Chatbot {
	const { chatbot, leftOut } = parseRows(given);
	for (const reason of leftOut) hintOnce(context, `Left out, the others work: ${reason}`);
	return chatbot;
}
