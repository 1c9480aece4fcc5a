import type { WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { world } from '../../../sandbox/world.ts';
import { node, to, workflow } from './nodes.ts';
import { DELAY_HOURS, FOLLOW_UP, STOP_CONDITION } from './product.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };
const MODEL = { openAiCompatibleApi: { id: 'demoModel', name: 'Model (sandbox)' } };

/** Settings of the Due Trigger as the bench uses them; the others are left as they are. */
export interface DueSettings {
	intervalSeconds: number;
	maxPerMinute?: number;
	batchSize?: number;
}

/** This package's trigger; with `planWithoutExecution` a customer's message starts no execution. */
export function ourTrigger(id: string, planWithoutExecution: boolean): WorkflowNode {
	const settings = planWithoutExecution ? { planWithoutExecution } : {};
	return {
		...node(
			'Message arrives',
			ours('metaMessagingTrigger'),
			NODE_VERSION,
			{ events: ['messages'], settings },
			META,
		),
		webhookId: id,
	};
}

/** The workflow of the appointment template: plan and decide in one node, keep in the store, send. */
export function ourWorkflow(
	id: string,
	planWithoutExecution: boolean,
	{ intervalSeconds, ...settings }: DueSettings,
): WorkflowToImport {
	const nodes = [
		ourTrigger(id, planWithoutExecution),
		node('Time has come', ours('followUpDueTrigger'), NODE_VERSION, {
			interval: intervalSeconds,
			settings,
		}),
		node(
			'Plan and decide',
			ours('followUpEvaluate'),
			NODE_VERSION,
			{
				followUps: {
					values: [{ ...FOLLOW_UP, delay: DELAY_HOURS, delayUnit: 'hours', messageSource: 'fixed' }],
				},
				...{ stopCondition: STOP_CONDITION, decideBy: 'openAiCompatible' },
				model: { __rl: true, mode: 'id', value: world.model },
			},
			{ ...META, ...MODEL },
		),
		node('Keep until due', ours('followUpSchedule'), NODE_VERSION, {}),
		node(
			'Send follow-up',
			ours('metaMessaging'),
			NODE_VERSION,
			{ resource: 'message', operation: 'sendFollowUp' },
			META,
		),
	];
	return workflow(id, nodes, {
		'Message arrives': { main: [[to('Plan and decide')]] },
		'Time has come': { main: [[to('Plan and decide')]] },
		'Plan and decide': { main: [[to('Keep until due')], [to('Send follow-up')], []] },
	});
}

function ours(name: string): string {
	return `n8n-nodes-meta-followup.${name}`;
}
