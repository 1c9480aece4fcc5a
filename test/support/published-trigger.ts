import { TriggerContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeParameters,
	type IRun,
} from 'n8n-workflow';
import { freePorts } from '../../harness/shared/ports.ts';
import { MetaMessagingTrigger } from '../../nodes/MetaMessagingTrigger/MetaMessagingTrigger.node.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';
import { additionalData, sandboxCredentials, withCredentials, type WorkflowJson } from './engine.ts';
import { PACKAGE, nodeTypes } from './node-types.ts';

export interface Started {
	items: IDataObject[];
	/** By which n8n knows an execution that it has started already. */
	key: string | undefined;
	/** n8n says that it is over. */
	end(): void;
}

export interface PublishedTrigger {
	/** Where its own port listens. */
	url: string;
	executions: Started[];
	logged: string[];
	/** What n8n does when the workflow is taken back or n8n ends. */
	close(): Promise<void>;
}

interface PublishOptions {
	parameters?: INodeParameters;
	workflow?: string;
	/** The workflow around the trigger, which is its first node. */
	flow?: WorkflowJson;
	/** `never`: as an n8n that was killed before it had the execution; `running`: it has it, and it goes on. */
	n8n?: 'ends' | 'running' | 'never';
	/** Keys of executions that its database holds already. */
	known?: Set<string>;
}

/** The Meta Messaging Trigger as n8n starts it with a published workflow: with n8n's own context, only `emit` is played. */
export async function publishTrigger({
	parameters = {},
	workflow: id = 'elsewhere',
	flow,
	n8n = 'ends',
	known = new Set(),
}: PublishOptions = {}): Promise<PublishedTrigger> {
	const [ownPort = 0] = await freePorts(1);
	const credentials = sandboxCredentials('http://127.0.0.1:1');
	const first: INode = {
		...{ id: 'trigger', name: 'Trigger', position: [0, 0], type: `${PACKAGE}.metaMessagingTrigger` },
		typeVersion: NODE_VERSION,
		parameters: {},
		...flow?.nodes[0],
	};
	const own = { receiveOn: 'ownPort', ownPort, events: ['messages'], ...first.parameters, ...parameters };
	const node = withCredentials({ ...first, parameters: own as INodeParameters }, Object.keys(credentials));
	const nodes = [node, ...(flow?.nodes.slice(1) ?? [])];
	const connections = flow?.connections ?? {};
	const workflow = new Workflow({ id, nodes, connections, active: true, nodeTypes });
	const [executions, logged]: [Started[], string[]] = [[], []];
	const log = (message: string) => void logged.push(message);
	/** The first node of an execution. */
	const begin = async (items: IDataObject[]) =>
		await new MetaMessagingTrigger().execute.call({
			getInputData: () => items.map((json) => ({ json })),
			getNodeParameter: () => own.receiveOn,
			getMode: () => 'trigger',
			...{ getNode: () => node, getWorkflow: () => ({ id }), logger: { warn: log } },
		} as unknown as IExecuteFunctions);
	const emit: ConstructorParameters<typeof TriggerContext>[5] = (data, _response, done, ...[key]) => {
		const items = (data[0] ?? []).map(({ json }) => json);
		const end = () => done?.resolve({ status: 'success' } as IRun);
		if (n8n === 'never') return void executions.push({ items, key, end: () => {} });
		// n8n makes the execution in its database before it takes anything from the promise.
		setTimeout(() => {
			if (key !== undefined && known.has(key)) return done?.resolve(undefined as never);
			known.add(key ?? '');
			executions.push({ items, key, end });
			void begin(items).then(() => {
				if (n8n === 'ends') done?.resolve({ status: 'success' } as IRun);
			});
		}, 2);
	};
	const context = new TriggerContext(
		...[workflow, workflow.getNode(node.name) as INode],
		...[additionalData({ nodes, connections }, credentials), 'trigger' as const, 'activate' as const, emit],
	);
	Object.defineProperty(context, 'logger', { value: { error: log, warn: log, info: log, debug() {} } });
	const { closeFunction } = await new MetaMessagingTrigger().trigger.call(context);
	return {
		url: `http://127.0.0.1:${own.ownPort}/webhook`,
		...{ executions, logged },
		close: async () => await closeFunction?.(),
	};
}
