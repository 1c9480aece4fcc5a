import type { WorkflowNode } from '../n8n/types.ts';

/** A follow-up as the parameters of a Follow-Up Evaluate node have it. */
export interface FollowUpRow {
	name: string;
	description: string;
	delay?: number;
	delayUnit?: string;
	[key: string]: unknown;
}

const SECONDS: Record<string, number> = { minutes: 60, hours: 3_600, days: 86_400 };
/** What the node takes when a row does not say. */
const USUAL_DELAY = { delay: 4, delayUnit: 'hours' };

/** The node that plans and decides. */
export function evaluateOf(nodes: WorkflowNode[]): WorkflowNode | undefined {
	return nodes.find(({ type }) => type.endsWith('.followUpEvaluate'));
}

/** The follow-ups written in the Follow-Up Evaluate nodes of a workflow; none where they come from elsewhere. */
export function followUpsOf(nodes: WorkflowNode[]): FollowUpRow[] {
	return nodes
		.filter(({ type }) => type.endsWith('.followUpEvaluate'))
		.flatMap(({ parameters }) => rowsIn(parameters));
}

/** How long a follow-up waits for the customer. */
export function delaySeconds({ delay, delayUnit }: FollowUpRow): number {
	const unit = SECONDS[delayUnit ?? USUAL_DELAY.delayUnit] ?? 60;
	return (typeof delay === 'number' ? delay : USUAL_DELAY.delay) * unit;
}

// n8n nests the rows of a list under names of its own.
function rowsIn(value: unknown): FollowUpRow[] {
	if (typeof value !== 'object' || value === null) return [];
	const inside = value as Record<string, unknown>;
	if (typeof inside.name === 'string' && typeof inside.description === 'string')
		return [inside as FollowUpRow];
	return Object.values(inside).flatMap(rowsIn);
}
