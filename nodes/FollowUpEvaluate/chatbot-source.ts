import type { IExecuteFunctions } from 'n8n-workflow';
import { DIFFERS, type Chatbot, type ChatbotSource } from '../../lib/index.ts';
import { plansAlike, sourceOf } from '../shared/chatbot-source.ts';

/** Tells the store where this chatbot was read from, so that others can plan by it, or know that its plans differ by item. */
export function chatbotSource(
	context: IExecuteFunctions,
	{ id: chatbot }: Pick<Chatbot, 'id'>,
	templates: ChatbotSource['templates'],
): ChatbotSource {
	const { name, parameters } = context.getNode();
	const { id: workflowId, name: called } = context.getWorkflow();
	const source = sourceOf({ workflowId, name, parameters, timeZone: context.getTimezone() });
	const known = { ...(called ? { name: called } : {}), ...(templates ? { templates } : {}) };
	// One such node may stand for many chatbots, each with a row of its own.
	return plansAlike(parameters)
		? { ...source, ...known }
		: { id: `${source.id}:${chatbot}`, version: DIFFERS, ...known };
}
