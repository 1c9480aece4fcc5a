import type { IExecuteFunctions } from 'n8n-workflow';
import type { ChatbotSource } from '../../lib/index.ts';
import { plansAlike, sourceOf } from '../shared/chatbot-source.ts';

/** Tells the store where this chatbot was read from, so that the trigger can plan by it; undefined if plans differ by item. */
export function chatbotSource(
	context: IExecuteFunctions,
	templates: ChatbotSource['templates'],
): ChatbotSource | undefined {
	const { name, parameters } = context.getNode();
	if (!plansAlike(parameters)) return undefined;
	const workflowId = context.getWorkflow().id;
	const source = sourceOf({ workflowId, name, parameters, timeZone: context.getTimezone() });
	return { ...source, ...(templates ? { templates } : {}) };
}
