import { randomUUID } from 'node:crypto';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	Workflow,
	type ExecutionError,
	type ICredentialDataDecryptedObject,
	type IConnections,
	type INode,
	type INodeExecutionData,
	type IPinData,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
	type NodeExecutionHint,
} from 'n8n-workflow';
import { TestCredentials } from './credentials-helper.ts';
import { nodeTypes } from './node-types.ts';

/** A workflow as it is exported from n8n. */
export interface WorkflowJson {
	id?: string;
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

export interface RunOptions {
	/** The node at which the run starts; its output is what is pinned for it. */
	start: string;
	/** What the start node gives out; the pinned data of the workflow otherwise. */
	items?: INodeExecutionData[];
	credentials?: Record<string, ICredentialDataDecryptedObject>;
}

export interface Ran {
	/** What a node gave out, by output; empty when it did not run. */
	outputs(node: string): INodeExecutionData[][];
	/** The JSON of the items that a node gave out at one output. */
	json(node: string, output?: number): INodeExecutionData['json'][];
	/** What a node says besides its items. */
	hints(node: string): NodeExecutionHint[];
	/** Why a node failed. */
	error(node: string): ExecutionError | undefined;
	ran(node: string): boolean;
	status: IRun['status'];
}

/** The credentials that the sandbox accepts, with its addresses. */
export const sandboxCredentials = (url: string): Record<string, ICredentialDataDecryptedObject> => ({
	metaMessagingApi: {
		...{ accessToken: 'sandbox-access-token', appSecrets: 'sandbox-app-secret' },
		...{ verifyToken: 'sandbox-verify-token', graphBaseUrl: `${url}/graph`, graphVersion: 'v27.0' },
	},
	openAiCompatibleApi: { baseUrl: `${url}/v1`, apiKey: 'sandbox-model-key' },
});

/** Where n8n would be reached; nothing listens there. */
const ADDRESS = 'http://localhost:5678/';

/** Runs a workflow through n8n's own engine with the nodes of this package. */
export async function runWorkflow(json: WorkflowJson, options: RunOptions): Promise<Ran> {
	const { start, items, credentials = {} } = options;
	const workflow = new Workflow({
		...{ id: json.id ?? 'workflow-of-the-test', name: json.name ?? 'Test', nodeTypes, active: false },
		nodes: json.nodes.map((node) => withCredentials(node, Object.keys(credentials))),
		connections: json.connections,
		settings: json.settings ?? {},
	});
	const startNode = workflow.getNode(start);
	if (!startNode) throw new Error(`The workflow has no node "${start}"`);
	const pinData = { [start]: items ?? json.pinData?.[start] ?? [] } as IPinData;
	const run = await new WorkflowExecute(additionalData(json, credentials), 'trigger').run({
		...{ workflow, startNode, pinData },
	});
	const of = (node: string) => run.data.resultData.runData[node]?.at(-1);
	const outputs = (node: string) => (of(node)?.data?.main ?? []).map((output) => output ?? []);
	return {
		outputs,
		json: (node, output = 0) => (outputs(node)[output] ?? []).map((item) => item.json),
		hints: (node) => of(node)?.hints ?? [],
		error: (node) => of(node)?.error,
		ran: (node) => of(node) !== undefined,
		status: run.status,
	};
}

/** Chooses the given credentials on a node that can use them, as a user does after an import. */
export function withCredentials(node: INode, given: string[]): INode {
	const wanted = nodeTypes.getByNameAndVersion(node.type)?.description.credentials ?? [];
	const chosen = wanted.filter(({ name }) => given.includes(name)).map(({ name }) => name);
	return {
		...node,
		credentials: Object.fromEntries(chosen.map((name) => [name, { id: name, name }])),
	};
}

/** What the engine knows besides the workflow. */
export function additionalData(
	{ nodes, connections }: Pick<WorkflowJson, 'nodes' | 'connections'>,
	credentials: Record<string, ICredentialDataDecryptedObject>,
): IWorkflowExecuteAdditionalData {
	const executionId = randomUUID();
	const workflowData = { id: 'workflow-of-the-test', name: 'Test', nodes, connections } as IWorkflowBase;
	return {
		credentialsHelper: new TestCredentials(credentials),
		hooks: new ExecutionLifecycleHooks('trigger', executionId, workflowData),
		...{ executionId, currentNodeExecutionIndex: 0, variables: {} },
		...{
			restApiUrl: ADDRESS,
			instanceBaseUrl: ADDRESS,
			webhookBaseUrl: ADDRESS,
			webhookTestBaseUrl: ADDRESS,
		},
		...{ formBaseUrl: ADDRESS, formWaitingBaseUrl: ADDRESS, webhookWaitingBaseUrl: ADDRESS },
		logAiEvent: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
