import type { WorkflowNode, WorkflowToImport } from '../../scripts/n8n/types.ts';

/** The workflow's ID, and with it the chatbot's. */
export const CHATBOT = 'crashWorkflow';

/** As long as a follow-up is in one of these, something is still to be done. */
export const LIVE_STATES = ['scheduled', 'claimed', 'sending'] as const;

/** The follow-up as both the node and the plan made beforehand have it. */
export const FOLLOW_UP = {
	name: 'Reminder',
	delay: 1,
	delayUnit: 'minutes' as const,
	description: 'When an appointment is not confirmed',
	messageSource: 'fixed' as const,
	message: 'Shall we go ahead with your appointment?',
};
export const STOP_CONDITION = 'When the customer confirms the appointment';

/**
 * Small batches at a slow pace (one message a second for each of the three accounts): each kill then finds some done, some
 * under way, some taken up and some not begun.
 */
const PER_SECOND = 1;
const TRIGGER_SETTINGS = { batchSize: 6, maxExecutions: 2, leaseMinutes: 1, maxPerMinute: 0 };

/** Due Trigger → Evaluate (rules only) → Send follow-up, as in the templates; `storeCredential` where the store needs one. */
export function crashWorkflow(storeCredential?: { id: string; name: string }): WorkflowToImport {
	const store = storeCredential ? { store: 'postgres' } : {};
	const forStore: WorkflowNode['credentials'] = storeCredential
		? { followUpStorePostgresApi: storeCredential }
		: {};
	const node = (
		name: string,
		type: string,
		parameters: object,
		credentials: WorkflowNode['credentials'] = {},
	): WorkflowNode => ({
		...{ id: name, name, type: `n8n-nodes-meta-followup.${type}`, typeVersion: 1, position: [0, 0] },
		parameters: { ...store, ...parameters },
		credentials: { ...forStore, ...credentials },
	});
	const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
	return {
		id: CHATBOT,
		name: 'Crash test',
		nodes: [
			node('Due', 'followUpDueTrigger', { interval: 5, settings: TRIGGER_SETTINGS }),
			node('Evaluate', 'followUpEvaluate', {
				followUps: { values: [FOLLOW_UP] },
				stopCondition: STOP_CONDITION,
				decideBy: 'rulesOnly',
			}),
			node(
				'Send',
				'metaMessaging',
				{
					...{ resource: 'message', operation: 'sendFollowUp' },
					options: { messagesPerSecond: PER_SECOND },
				},
				{ metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } },
			),
		],
		connections: { Due: { main: [to('Evaluate')] }, Evaluate: { main: [[], to('Send'), []] } },
		settings: { executionOrder: 'v1' },
		active: false,
	};
}
