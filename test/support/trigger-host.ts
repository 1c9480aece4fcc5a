import { createHmac } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { Workflow, type INodeExecutionData, type IWebhookFunctions } from 'n8n-workflow';
import { asNow } from '../../lib/store/database/now.ts';
import { sharedStore, type Store } from '../../lib/index.ts';
import { MetaMessagingTrigger } from '../../nodes/MetaMessagingTrigger/MetaMessagingTrigger.node.ts';
import type { WorkflowJson } from './engine.ts';
import { nodeTypes } from './node-types.ts';

export const APP_SECRET = 'wire-app-secret';

export interface TriggerOptions {
	/** The node's parameters; a dotted name reads inside a collection, as in n8n. */
	parameters?: Record<string, unknown>;
	credential?: Record<string, string>;
	workflow?: string;
	/** The workflow around the trigger, which is its first node. */
	flow?: WorkflowJson;
	mode?: 'webhook' | 'manual';
}

export interface HostedTrigger {
	url: string;
	/** The items of each execution that was started. */
	executions: INodeExecutionData[][];
	/** What the node wrote to n8n's log. */
	logged: string[];
	/** Posts a body as Meta does, signed over its bytes. */
	deliver(body: object | string, headers?: Record<string, string>): Promise<{ status: number; text: string }>;
	/** Resolves when the bodies of so many requests have come in whole. */
	received(count: number): Promise<void>;
	/** Keeps back the news that an answer is out, until the function that comes back is called and the store has noted it. */
	holdConfirmation(): () => Promise<void>;
	store(): Promise<Store>;
	close(): Promise<void>;
}

/** Hosts the trigger behind real HTTP, in the way n8n does, with the real store; only n8n itself is missing. */
export async function hostTrigger(options: TriggerOptions = {}): Promise<HostedTrigger> {
	const node = new MetaMessagingTrigger();
	const executions: INodeExecutionData[][] = [];
	const logged: string[] = [];
	const gate = { open: Promise.resolve() };
	const arrivals = new EventEmitter();
	let arrived = 0;
	const server: Server = createServer((request, response) => {
		request.once('end', () => arrivals.emit('arrival', ++arrived));
		const context = contextOf(request, response, options, logged, gate);
		node.webhook
			.call(context)
			.then(({ workflowData, noWebhookResponse }) => {
				if (workflowData) executions.push(workflowData[0] ?? []);
				if (!noWebhookResponse) response.writeHead(200).end('{"message":"Workflow was started"}');
			})
			.catch((error: Error) => response.writeHead(599).end(`The node threw: ${error.stack}`));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
	return {
		url,
		executions,
		logged,
		async deliver(body, headers = {}) {
			const bytes = typeof body === 'string' ? body : JSON.stringify(body);
			const response = await fetch(url, {
				method: 'POST',
				body: bytes,
				headers: { 'content-type': 'application/json', 'x-hub-signature-256': signed(bytes), ...headers },
			});
			return { status: response.status, text: await response.text() };
		},
		async received(count) {
			while (arrived < count) await once(arrivals, 'arrival');
		},
		holdConfirmation() {
			let open = () => {};
			gate.open = new Promise((resolve) => (open = resolve));
			return async () => {
				open();
				await setImmediate();
				// SQLite takes one after the other: when this is through, what was noted before it is.
				await (await sharedStore()).ingest([], asNow(new Date()));
				await setImmediate();
			};
		},
		store: async () => await sharedStore(),
		async close() {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

/** The value of X-Hub-Signature-256. */
export function signed(body: string, secret = APP_SECRET): string {
	return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

function contextOf(
	request: IncomingMessage,
	response: ServerResponse,
	options: TriggerOptions,
	logged: string[],
	gate: { open: Promise<void> },
): IWebhookFunctions {
	const { parameters = {}, credential = {}, workflow = 'workflow-1', mode = 'webhook' } = options;
	const { name, around } = surroundings(options);
	const log = (text: string) => void logged.push(text);
	const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
	const rawRequest = Object.assign(request, {
		async readRawBody(this: { rawBody?: Buffer }) {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			this.rawBody = Buffer.concat(chunks);
		},
	});
	const context = {
		getWebhookName: () => (request.method === 'GET' ? 'setup' : 'default'),
		getRequestObject: () => rawRequest,
		getResponseObject: () => ({
			status(code: number) {
				response.statusCode = code;
				return this;
			},
			type(type: string) {
				response.setHeader('content-type', type);
				return this;
			},
			send: (text: string) => void response.end(text),
			once: (event: string, tell: () => void) =>
				void response.once(event, () => void gate.open.then(() => tell())),
			get writableFinished() {
				return response.writableFinished;
			},
		}),
		getHeaderData: () => request.headers,
		getQueryData: () => query,
		getMode: () => mode,
		getNode: () => ({ id: 'node-1', name, parameters }),
		getTimezone: () => around.timezone,
		getChildNodes: (of: string) => around.getChildNodes(of).map((child) => around.nodes[child]),
		getParentNodes: (of: string, { depth }: { depth: number }) =>
			around.getParentNodes(of, 'main', depth).map((parent) => around.nodes[parent]),
		getWorkflow: () => ({ id: workflow }),
		getCredentials: async () => ({ appSecrets: APP_SECRET, verifyToken: 'wire-verify-token', ...credential }),
		getNodeParameter: (name: string, fallback: unknown) =>
			name in parameters ? parameters[name] : name === 'events' ? ['messages'] : fallback,
		logger: { warn: log, error: log, info: log, debug: log },
		helpers: { httpRequest },
	};
	return context as unknown as IWebhookFunctions;
}

/** The workflow as n8n holds it; the trigger is the first of its nodes, or alone. */
function surroundings({ workflow = 'workflow-1', flow }: TriggerOptions): { name: string; around: Workflow } {
	const { nodes, connections } = flow ?? { nodes: [], connections: {} };
	const around = new Workflow({ id: workflow, nodes, connections, active: true, nodeTypes });
	return { name: nodes[0]?.name ?? 'Meta Messaging Trigger', around };
}

interface HttpOptions {
	url: string;
	method: string;
	body: Buffer;
	headers: Record<string, string>;
	timeout: number;
}

/** n8n's request helper, as far as the node uses it. */
async function httpRequest({ url, method, body, headers, timeout }: HttpOptions) {
	const signal = AbortSignal.timeout(timeout);
	const response = await fetch(url, { method, body: new Uint8Array(body), headers, signal });
	return { statusCode: response.status, body: await response.text() };
}
