import { createHash } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import type { ChatbotSource } from '../../lib/index.ts';
import { chatbotParameter } from './chatbot-parameter.ts';

/** The choice of Define Follow-Ups with which they are written on the dashboard and kept in the store. */
export const DEFINED_ON_DASHBOARD = 'dashboard';

export interface EvaluateNode {
	workflowId: string | undefined;
	name: string;
	/** As they stand in the workflow: expressions are not evaluated. */
	parameters: INodeParameters;
	/** The workflow's: quiet hours depend on it. */
	timeZone: string;
}

/** A Follow-Up Evaluate node as what a chatbot is read from: edited in any way, it is another version. */
export function sourceOf({ workflowId, name, parameters, timeZone }: EvaluateNode): ChatbotSource {
	const version = createHash('sha256')
		.update(JSON.stringify([parameters, timeZone]))
		.digest('hex');
	return { id: `${workflowId}:${name}`, version };
}

/** What is read anew when a follow-up is decided, so that planning does not depend on it. */
const READ_LATER = [
	'message',
	'fallbackText',
	'messageInstructions',
	'description',
	'templateVariables',
	'templateParameters',
] as const;

/**
 * Whether all messages are planned alike: an expression may give every item another delay, or read the follow-ups from
 * elsewhere.
 */
export function plansAlike(parameters: INodeParameters): boolean {
	const { chatbotId, defineFollowUps, followUpsJson, followUps, settings } = parameters;
	// What is kept in the store is read from it with every message.
	const chosen =
		defineFollowUps === DEFINED_ON_DASHBOARD
			? undefined
			: defineFollowUps === 'json'
				? followUpsJson
				: followUps;
	const isSameChatbot = chatbotId === chatbotParameter.default || !holdsExpression(chatbotId);
	return isSameChatbot && !holdsExpression(chosen) && !holdsExpression(settings);
}

/** Whether an expression stands in a parameter, as far as plans depend on it. */
export function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (value === null || typeof value !== 'object') return false;
	return Object.entries(value).some(
		([key, part]) => !(READ_LATER as readonly string[]).includes(key) && holdsExpression(part),
	);
}
