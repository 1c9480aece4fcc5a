import type { WorkflowNode, WorkflowToImport } from '../../harness/n8n/types.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';

/** The workflow's ID, and with it the chatbot's. */
export const CHATBOT = 'crashWorkflow';

/** As long as a follow-up is in one of these, something is still to be done. */
export const LIVE_STATES = ['scheduled', 'claimed', 'sending'] as const;

/** The follow-up as both the node and the plan made beforehand have it. */
export const FOLLOW_UP = {
	name: 'Reminder',
	// Who writes during the test is planned for anew; hours from now, so that the test is over by then.
	delay: 6,
	delayUnit: 'hours' as const,
	description: 'When an appointment is not confirmed',
	messageSource: 'fixed' as const,
	message: 'Shall we go ahead with your appointment?',
};
export const STOP_CONDITION = 'When the customer confirms the appointment';

/** What the customers and the business said before the test began. */
export const BEFOREHAND = {
	chatbot: { id: CHATBOT, stopCondition: STOP_CONDITION, followUps: [FOLLOW_UP] },
	hoursAgo: 7,
	asked: 'I would like an appointment',
	answered: 'Which day suits you?',
};

/** Where the workflow takes in what customers write, below n8n's address. */
export const WEBHOOK_PATH = `/webhook/${CHATBOT}/webhook`;

/**
 * Small batches at a slow pace (one message a second for each of the three accounts): each kill then finds some done, some
 * under way, some taken up and some not begun.
 */
const PER_SECOND = 1;
const TRIGGER_SETTINGS = { batchSize: 6, maxExecutions: 2, leaseMinutes: 1 };
const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };

interface WorkflowOptions {
	/** Where the store needs one. */
	storeCredential?: { id: string; name: string };
	/** How many follow-ups are taken up in a minute; 0 for no limit. */
	maxPerMinute: number;
}

/** The workflow of the templates: customers' messages are planned for, and what is due is sent by rules alone. */
export function crashWorkflow({ storeCredential, maxPerMinute }: WorkflowOptions): WorkflowToImport {
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
		...{
			id: name,
			name,
			type: `n8n-nodes-meta-followup.${type}`,
			typeVersion: NODE_VERSION,
			position: [0, 0],
		},
		parameters: { ...store, ...parameters },
		credentials: { ...forStore, ...credentials },
	});
	const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
	return {
		id: CHATBOT,
		name: 'Crash test',
		nodes: [
			{ ...node('Messages', 'metaMessagingTrigger', { events: ['messages'] }, META), webhookId: CHATBOT },
			node('Due', 'followUpDueTrigger', { interval: 5, settings: { ...TRIGGER_SETTINGS, maxPerMinute } }),
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
				META,
			),
			node('Schedule', 'followUpSchedule', {}),
		],
		connections: {
			Messages: { main: [to('Evaluate')] },
			Due: { main: [to('Evaluate')] },
			Evaluate: { main: [to('Schedule'), to('Send'), []] },
		},
		settings: { executionOrder: 'v1' },
		active: false,
	};
}
