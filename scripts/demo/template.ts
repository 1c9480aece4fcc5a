import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CredentialToImport, WorkflowNode, WorkflowToImport } from '../n8n/types.ts';
import { PROJECT_DIR } from '../shared/project.ts';
import { Trouble } from '../shared/trouble.ts';
import { withCredentials } from './credentials.ts';
import type { Language } from './options.ts';

const FILES: Record<Language, string> = {
	es: 'workflows-templates/es/recordatorio-de-cita.json',
	en: 'workflows-templates/en/appointment-reminder.json',
};
/** The one model the sandbox offers. */
const SANDBOX_MODEL = 'sandbox-rules-1';
const WORKFLOW_ID = 'metaFollowupDemo';

export interface Pace {
	/** How long the follow-up waits for the customer. */
	delaySeconds: number;
	/** How often due follow-ups are looked for. */
	dueIntervalSeconds: number;
}

/** The appointment template, with credentials, at a pace at which a person sees the follow-up arrive. */
export function demoWorkflow(
	lang: Language,
	pace: Pace,
	credentials: CredentialToImport[],
): WorkflowToImport {
	const template = readTemplate(FILES[lang]);
	const nodes = withCredentials(template.nodes, credentials).map((node) => atPace(node, pace));
	return { ...template, id: WORKFLOW_ID, nodes };
}

/** Where the trigger of a workflow listens in production, below n8n's address. */
export function webhookPath({ name, nodes }: WorkflowToImport): string {
	const trigger = nodes.find(({ type }) => type.endsWith('.metaMessagingTrigger'));
	if (!trigger?.webhookId)
		throw new Trouble(
			`The workflow "${name}" has no Meta Messaging Trigger with a webhookId; add one to its template.`,
		);
	return `/webhook/${trigger.webhookId}/webhook`;
}

function readTemplate(file: string): WorkflowToImport {
	const path = join(PROJECT_DIR, file);
	if (!existsSync(path))
		throw new Trouble(
			`The template ${file} is missing. It belongs to the checkout: get it back with git checkout ${file}.`,
		);
	return JSON.parse(readFileSync(path, 'utf8')) as WorkflowToImport;
}

function atPace(node: WorkflowNode, { delaySeconds, dueIntervalSeconds }: Pace): WorkflowNode {
	if (node.type.endsWith('.followUpDueTrigger')) {
		return { ...node, parameters: { ...node.parameters, interval: dueIntervalSeconds } };
	}
	if (!node.type.endsWith('.followUpEvaluate')) return node;
	const parameters = structuredClone(node.parameters);
	const followUps = followUpsIn(parameters);
	if (followUps.length === 0)
		throw new Trouble(`The template's node "${node.name}" has no follow-up with a name and a description.`);
	for (const followUp of followUps) {
		Object.assign(followUp, { timing: 'manual', delay: delaySeconds / 60, delayUnit: 'minutes' });
	}
	return { ...node, parameters: { ...parameters, model: { __rl: true, mode: 'id', value: SANDBOX_MODEL } } };
}

/** Follow-ups wherever they stand in the node's parameters: n8n nests the rows of a list under names of its own. */
function followUpsIn(value: unknown): Record<string, unknown>[] {
	if (typeof value !== 'object' || value === null) return [];
	const inside = value as Record<string, unknown>;
	if (typeof inside.name === 'string' && typeof inside.description === 'string') return [inside];
	return Object.values(inside).flatMap(followUpsIn);
}
