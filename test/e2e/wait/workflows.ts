import type { WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

/** n8n saves a run that waits longer than 65 seconds and wakes it by its own clock, once a minute. */
export const DELAY_SECONDS = 70;
export const MESSAGE = 'Shall we go ahead with your appointment?';
/** Runs that wait: by themselves, with a Due Trigger that picks up what is lost, on the Postgres store. */
export const WORKFLOWS = { onItsOwn: 'waitAlone', rescued: 'waitRescued', postgres: 'waitPostgres' } as const;

const OWN = 'n8n-nodes-meta-followup';
const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };
const FOLLOW_UP = {
	...{ name: 'Reminder', delay: DELAY_SECONDS / 60, delayUnit: 'minutes', messageSource: 'fixed' },
	...{ description: 'When an appointment is not confirmed', message: MESSAGE },
};
const SEND = 'Send';
const EVALUATE = 'Evaluate';
const WAIT = 'Wait';

interface Options {
	dueTrigger?: boolean;
	/** Where the store needs one. */
	storeCredential?: { id: string; name: string };
}

/** Trigger → Evaluate → Schedule (Wait), whose output Due leads back into Evaluate; what sends lies above what waits. */
export function waitWorkflow(
	id: string,
	{ dueTrigger = false, storeCredential }: Options = {},
): WorkflowToImport {
	const node = (
		name: string,
		type: string,
		at: [number, number],
		parameters: object,
		credentials = {},
	): WorkflowNode => ({
		...{ id: `${id}-${name}`, name, type: `${OWN}.${type}`, typeVersion: NODE_VERSION, position: at },
		parameters: { ...(storeCredential ? { store: 'postgres' } : {}), ...parameters },
		credentials: {
			...credentials,
			...(storeCredential ? { followUpStorePostgresApi: storeCredential } : {}),
		},
	});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	const evaluate = {
		...{ followUps: { values: [FOLLOW_UP] }, decideBy: 'rulesOnly' },
		stopCondition: 'When the customer confirms the appointment',
	};
	return {
		...{ id, name: id, settings: { executionOrder: 'v1' }, active: false },
		nodes: [
			{ ...node('Messages', 'metaMessagingTrigger', [0, 0], { events: ['messages'] }, META), webhookId: id },
			...(dueTrigger ? [node('Due', 'followUpDueTrigger', [0, 200], { interval: 5 })] : []),
			node(EVALUATE, 'followUpEvaluate', [200, 0], evaluate),
			node(SEND, 'metaMessaging', [400, -200], { resource: 'message', operation: 'sendFollowUp' }, META),
			node(WAIT, 'followUpSchedule', [400, 200], { mode: 'wait' }),
		],
		connections: {
			Messages: to(EVALUATE),
			...(dueTrigger ? { Due: to(EVALUATE) } : {}),
			[EVALUATE]: {
				main: [[{ node: WAIT, type: 'main', index: 0 }], [{ node: SEND, type: 'main', index: 0 }], []],
			},
			[WAIT]: to(EVALUATE),
		},
	};
}
