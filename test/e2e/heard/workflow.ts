import type { WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

export const WORKFLOW = 'e2eHeard';
export const FOLLOW_UP_TEXT = '¿Seguimos con tu cita?';
export const DELAY_HOURS = 4;

const OWN = 'n8n-nodes-meta-followup';
const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };

const MODEL = { openAiCompatibleApi: { id: 'demoModel', name: 'Model (sandbox)' } };

/**
 * Plans one follow-up for whoever falls silent, and sends it when it is due: by rules alone, or by a model that also hears
 * voice notes.
 */
export function heardWorkflow({ hearsVoice = false } = {}): WorkflowToImport {
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
		...{ followUps: { values: [followUp] }, decideBy: hearsVoice ? 'openAiCompatible' : 'rulesOnly' },
		...(hearsVoice ? { model: { __rl: true, mode: 'id', value: 'sandbox-rules-1' } } : {}),
		stopCondition: 'When the customer confirms the appointment',
		settings: { onlyIfBusinessAnswered: false, understandMedia: hearsVoice },
	};
	const messages = node('Messages', 'metaMessagingTrigger', { events: ['messages'] }, META);
	return {
		...{ id: WORKFLOW, name: WORKFLOW, settings: { executionOrder: 'v1' }, active: false },
		nodes: [
			{ ...messages, webhookId: WORKFLOW },
			node('Due', 'followUpDueTrigger', { interval: 5 }),
			node('Evaluate', 'followUpEvaluate', evaluate, hearsVoice ? { ...META, ...MODEL } : {}),
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
