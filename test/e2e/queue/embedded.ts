import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { login, type OwnerRest } from '../../../harness/n8n/login.ts';
import { publicationOutcome } from '../../../harness/n8n/publication-status.ts';
import type { WorkflowNode } from '../../../harness/n8n/types.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Fixture } from './fixture.ts';

const PUBLICATION_LIMIT_SECONDS = 60;
/** What a person has to read: why it is refused, and both ways out. */
const CHECKS = ['queue mode', 'Postgres', 'npm run store:copy', 'META_FOLLOWUP_SHARED_DISK'];

/** A user who moves to queue mode and leaves the nodes on the embedded store: what the editor and the runs then say. */
export async function embeddedRefused({ cluster }: Fixture): Promise<Check> {
	const rest = await login(cluster.url);
	const publish = async (name: string, nodes: [WorkflowNode, WorkflowNode]) =>
		await publishWorkflow({ rest, name, nodes, details: cluster.lastLines });
	const published = await publish('Due with the embedded store', [
		node('Due', 'n8n-nodes-meta-followup.followUpDueTrigger', { interval: 5 }),
		node('End', 'n8n-nodes-base.noOp', {}),
	]);
	const run = await publish('Evaluate with the embedded store', [
		{
			...node('Call', 'n8n-nodes-base.webhook', { path: 'embeddedStore', httpMethod: 'POST' }, 2),
			webhookId: 'embeddedStore',
		},
		node('Evaluate', 'n8n-nodes-meta-followup.followUpEvaluate', {
			stopCondition: 'When the customer confirms',
			decideBy: 'rulesOnly',
			followUps: {
				values: [
					{
						name: 'Reminder',
						delay: 1,
						delayUnit: 'hours',
						description: 'Silence',
						messageSource: 'fixed',
						message: 'Still there?',
					},
				],
			},
		}),
	]);
	const called = await fetch(`${cluster.webhookUrl}/webhook/embeddedStore`, { method: 'POST' });
	if (!called.ok)
		throw new Error(`n8n answered the webhook of the workflow that is to fail with ${called.status}`);
	const failed = await waitUntil({
		...{ what: 'the run with the embedded store to fail', seconds: 60, details: cluster.lastLines },
		probe: async () => await failedRun(rest, run.id),
	});
	return check('in queue mode the embedded store is refused, with the reason and the way out', [
		said(published.answer, `publishing a Due Trigger was answered ${published.status}`),
		said(failed, 'a run on a worker failed'),
	]);
}

function said(text: string, what: string) {
	const missing = CHECKS.filter((words) => !text.includes(words));
	return {
		ok: missing.length === 0,
		found:
			missing.length === 0
				? `${what} and says so`
				: `${what}; it lacks ${missing.join(', ')}: ${text.slice(0, 600)}`,
	};
}

interface Publishing {
	rest: OwnerRest;
	name: string;
	nodes: [WorkflowNode, WorkflowNode];
	details: () => string;
}

/** Publishes as the editor does; the answer is what a person reads there when it fails, at once or (2.41) a little later. */
async function publishWorkflow({ rest, name, nodes, details }: Publishing) {
	const [first, second] = nodes;
	const created = await rest('/rest/workflows', {
		method: 'POST',
		body: JSON.stringify({
			...{ name, nodes, active: false, settings: { executionOrder: 'v1' } },
			connections: { [first.name]: { main: [[{ node: second.name, type: 'main', index: 0 }]] } },
		}),
	});
	const { data } = (await created.json()) as { data: { id: string; versionId: string } };
	const answer = await rest(`/rest/workflows/${data.id}/activate`, {
		method: 'POST',
		body: JSON.stringify({ versionId: data.versionId }),
	});
	const atOnce = await answer.text();
	if (!answer.ok) return { id: data.id, status: `${answer.status}`, answer: atOnce };
	const later = await publicationOutcome(rest, data.id, {
		...{ what: name, seconds: PUBLICATION_LIMIT_SECONDS, details },
	});
	return { id: data.id, status: `${answer.status}, then ${later.status}`, answer: later.answer };
}

async function failedRun(rest: OwnerRest, workflowId: string): Promise<string | undefined> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['error'] }));
	const list = (await (await rest(`/rest/executions?filter=${filter}`)).json()) as {
		data: { results: { id: string }[] };
	};
	const [run] = list.data.results;
	return run && (await (await rest(`/rest/executions/${run.id}`)).text());
}

function node(
	name: string,
	type: string,
	parameters: Record<string, unknown>,
	typeVersion = 1,
): WorkflowNode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}
