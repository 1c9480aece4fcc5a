import type { WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';
import { DELAY_HOURS, STOP_CONDITION } from './conversations.ts';
import type { Vendor } from './vendors/index.ts';
import { MODEL } from './vendors/openai-compatible.ts';

const OWN = 'n8n-nodes-meta-followup';
const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };
const FOLLOW_UP = {
	...{ name: 'Recordatorio', delay: DELAY_HOURS, delayUnit: 'hours', messageSource: 'ai' },
	description: 'Si el cliente no ha confirmado su cita',
};

/** What the workflow's Follow-Up Evaluate defines, for follow-ups that are planned from outside. */
export function chatbotOf({ id }: Vendor) {
	return { id, stopCondition: STOP_CONDITION, followUps: [FOLLOW_UP] };
}

/** What is due is decided by the chat model of one company and sent. */
export function workflowOf(
	vendor: Vendor,
	credential: { id: string; name: string; type: string },
): WorkflowToImport {
	const node = (name: string, type: string, parameters: object, credentials = {}): WorkflowNode => ({
		...{ id: name, name, type: `${OWN}.${type}`, typeVersion: NODE_VERSION, position: [0, 0] },
		...{ parameters: { ...parameters }, credentials },
	});
	const to = (name: string, type = 'main') => [{ node: name, type, index: 0 }];
	const { id, name, type } = credential;
	const key = { [type]: { id, name } };
	const evaluate = {
		...{ followUps: { values: [FOLLOW_UP] }, stopCondition: STOP_CONDITION },
		...(vendor.node
			? { decideBy: 'connectedModel' }
			: { decideBy: 'openAiCompatible', model: { __rl: true, mode: 'id', value: MODEL } }),
	};
	const model: WorkflowNode[] = vendor.node
		? [{ ...vendor.node, id: 'Model', name: 'Model', position: [0, 200], credentials: key }]
		: [];
	return {
		...{ id: vendor.id, name: vendor.name, settings: { executionOrder: 'v1' }, active: false },
		nodes: [
			node('Due', 'followUpDueTrigger', { interval: 5 }),
			node('Evaluate', 'followUpEvaluate', evaluate, vendor.node ? {} : key),
			node('Send', 'metaMessaging', { resource: 'message', operation: 'sendFollowUp' }, META),
			...model,
		],
		connections: {
			Due: { main: [to('Evaluate')] },
			Evaluate: { main: [[], to('Send'), []] },
			...(vendor.node && { Model: { ai_languageModel: [to('Evaluate', 'ai_languageModel')] } }),
		},
	};
}
