import type { WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

export const WORKFLOW = 'e2eHeard';
export const FOLLOW_UP_TEXT = '¿Seguimos con tu cita?';
export const DELAY_HOURS = 4;

const OWN = 'n8n-nodes-meta-followup';
const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };

/** Plans one follow-up by rules alone for whoever falls silent, and sends it when it is due. */
export function heardWorkflow(): WorkflowToImport {
	const node = (name: string, type: string, parameters: object, credentials = {}): WorkflowNode => ({
		...{ id: name, name, type: `${OWN}.${type}`, typeVersion: NODE_VERSION, position: [0, 0] },
		...{ parameters: { ...parameters }, credentials },
	});
	const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
	const followUp = {
		...{ name: 'Reminder', delay: DELAY_HOURS, delayUnit: 'hours', messageSource: 'fixed' },
		...{ description: 'When an appointment is not confirmed', message: FOLLOW_UP_TEXT },
	};
	const evaluate = {
		...{ followUps: { values: [followUp] }, decideBy: 'rulesOnly' },
		stopCondition: 'When the customer confirms the appointment',
		settings: { onlyIfBusinessAnswered: false },
	};
	const messages = node('Messages', 'metaMessagingTrigger', { events: ['messages'] }, META);
	return {
		...{ id: WORKFLOW, name: WORKFLOW, settings: { executionOrder: 'v1' }, active: false },
		nodes: [
			{ ...messages, webhookId: WORKFLOW },
			node('Due', 'followUpDueTrigger', { interval: 5 }),
			node('Evaluate', 'followUpEvaluate', evaluate),
			node('Schedule', 'followUpSchedule', {}),
			node('Send', 'metaMessaging', { resource: 'message', operation: 'sendFollowUp' }, META),
		],
		connections: {
			Messages: { main: [to('Evaluate')] },
			Due: { main: [to('Evaluate')] },
			Evaluate: { main: [to('Schedule'), to('Send'), []] },
		},
	};
}
