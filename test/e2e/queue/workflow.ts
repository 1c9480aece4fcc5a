import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCredentials } from '../../../harness/demo/credentials.ts';
import type { CredentialToImport, WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';

/** The workflow's ID, and with it the chatbot's and the path of its trigger. */
export const CHATBOT = 'queueAppointments';
const TEMPLATE = 'workflows-templates/en/appointment-reminder.json';
const OWN = 'n8n-nodes-meta-followup.';
const MODEL = { __rl: true, mode: 'id', value: 'sandbox-rules-1' };
/** 2,000 in one minute are more than the settings for a single n8n take up. */
const TIMING = { interval: 5, settings: { batchSize: 50, maxExecutions: 4, maxPerMinute: 0 } };

/** The appointment template as a user of queue mode sets it up: every node of the package on the Postgres store. */
export function appointmentWorkflow(
	credentials: CredentialToImport[],
	store: { id: string; name: string },
): WorkflowToImport {
	const template = JSON.parse(readFileSync(join(PROJECT_DIR, TEMPLATE), 'utf8')) as WorkflowToImport;
	const nodes = withCredentials(template.nodes, credentials).map((node): WorkflowNode => {
		if (!node.type.startsWith(OWN)) return node;
		return {
			...node,
			...(node.type === `${OWN}metaMessagingTrigger` ? { webhookId: CHATBOT } : {}),
			parameters: { ...node.parameters, ...special(node.type), store: 'postgres' },
			credentials: { ...node.credentials, followUpStorePostgresApi: store },
		};
	});
	return { ...template, id: CHATBOT, nodes };
}

function special(type: string): object {
	if (type === `${OWN}followUpDueTrigger`) return TIMING;
	// At any hour of the day.
	return type === `${OWN}followUpEvaluate` ? { model: MODEL, settings: {} } : {};
}

/** What the template's Follow-Up Evaluate defines, for follow-ups that are planned from outside. */
export function chatbotOf({ nodes }: WorkflowToImport) {
	const evaluate = nodes.find(({ type }) => type === `${OWN}followUpEvaluate`);
	const { followUps, stopCondition } = evaluate?.parameters as {
		followUps: { values: Record<string, unknown>[] };
		stopCondition: string;
	};
	// Without the template's variables, which are expressions: the node fills them in when it decides.
	const definitions = followUps.values.map(({ template: _t, templateParameters: _p, ...rest }) => rest);
	return { id: CHATBOT, stopCondition, followUps: definitions };
}
