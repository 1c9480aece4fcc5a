import type { CredentialToImport, WorkflowNode, WorkflowToImport } from '../n8n/types.ts';
import { SANDBOX_MODEL, withCredentials } from './credentials.ts';
import { delaySeconds, followUpsOf } from './follow-ups.ts';

const WORKFLOW_ID = 'metaFollowupDemo';

export interface Timing {
	/** How long the first follow-up waits for the customer; the others in proportion. */
	delaySeconds: number;
	/** How often due follow-ups are looked for. */
	dueIntervalSeconds: number;
}

/** A template with the sandbox's credentials and model and without quiet hours; with a pace, its delays are short enough to watch. */
export function demoWorkflow(
	template: WorkflowToImport,
	credentials: CredentialToImport[],
	timing?: Timing,
): WorkflowToImport {
	const nodes = withCredentials(template.nodes, credentials).map(forTrying);
	return { ...template, id: WORKFLOW_ID, nodes: timing ? withTiming(nodes, timing) : nodes };
}

/** Where the Meta Messaging Trigger of a workflow listens in production, below n8n's address; undefined without one. */
export function webhookPath({ nodes }: WorkflowToImport): string | undefined {
	const trigger = metaTrigger(nodes);
	return trigger && `/webhook/${trigger.webhookId}/webhook`;
}

/** The node that hears Meta's webhooks. */
export function metaTrigger(nodes: WorkflowNode[]): WorkflowNode | undefined {
	return nodes.find(({ type, webhookId }) => webhookId && type.endsWith('.metaMessagingTrigger'));
}

function forTrying(node: WorkflowNode): WorkflowNode {
	const model = { __rl: true, mode: 'id', value: SANDBOX_MODEL };
	const type = node.type.split('.').at(-1);
	if (type === 'followUpEvaluate')
		return { ...node, parameters: { ...node.parameters, model, settings: atAnyHour(node.parameters) } };
	if (type !== 'lmChatOpenAi') return node;
	return { ...node, parameters: { ...node.parameters, model, responsesApiEnabled: false } };
}

/** Whoever tries it does so at any hour of the day. */
function atAnyHour({ settings }: WorkflowNode['parameters']): object {
	const { quietHours: _quietHours, ...others } = (settings ?? {}) as { quietHours?: object };
	return others;
}

function withTiming(nodes: WorkflowNode[], timing: Timing): WorkflowNode[] {
	const timed = structuredClone(nodes);
	const followUps = followUpsOf(timed);
	const shortest = Math.min(...followUps.map(delaySeconds));
	for (const followUp of followUps) {
		const seconds = (delaySeconds(followUp) / shortest) * timing.delaySeconds;
		Object.assign(followUp, { delay: seconds / 60, delayUnit: 'minutes' });
	}
	for (const { type, parameters } of timed) {
		if (type.endsWith('.followUpDueTrigger')) parameters.interval = timing.dueIntervalSeconds;
	}
	return timed;
}
