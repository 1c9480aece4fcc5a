import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type IWebhookData,
} from 'n8n-workflow';
import { additionalData, sandboxCredentials, withCredentials } from './engine.ts';
import { PACKAGE, nodeTypes } from './node-types.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';

export interface Logged {
	level: string;
	message: string;
	details?: unknown;
}

export interface TriggerServer {
	url: string;
	/** The items of every execution that was started, in order. */
	executions: INodeExecutionData[][];
	logged: Logged[];
	/** Faults that reached n8n; a trigger answers for itself, so there should be none. */
	thrown: unknown[];
	close(): Promise<void>;
}

const LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * The Meta Messaging Trigger behind a real HTTP server, called as n8n calls it: the body unread, with `readRawBody` to read
 * it, n8n's own webhook context, and an answer by the node or, for items, by n8n.
 */
export async function startTrigger({
	parameters = {},
	credentials = sandboxCredentials('http://127.0.0.1:1'),
	credentialId,
}: {
	parameters?: INodeParameters;
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** Of the Meta credential, where several triggers have one each. */
	credentialId?: string;
} = {}): Promise<TriggerServer> {
	const node = withCredentials(
		{
			...{
				id: 'trigger',
				name: 'Trigger',
				type: `${PACKAGE}.metaMessagingTrigger`,
				typeVersion: NODE_VERSION,
			},
			...{ position: [0, 0], parameters },
		},
		Object.keys(credentials),
	);
	if (credentialId)
		node.credentials = { ...node.credentials, metaMessagingApi: { id: credentialId, name: credentialId } };
	const trigger: Omit<TriggerServer, 'url' | 'close'> = { executions: [], logged: [], thrown: [] };
	const server = createServer((request, response) => {
		void answer(node, credentials, trigger, request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		...trigger,
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
		async close() {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

async function answer(
	node: INode,
	credentials: Record<string, ICredentialDataDecryptedObject>,
	trigger: Omit<TriggerServer, 'url' | 'close'>,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const workflow = new Workflow({ id: 'trigger', nodes: [node], connections: {}, active: true, nodeTypes });
	const type = nodeTypes.getByName(node.type) as ReturnType<typeof nodeTypes.getByNameAndVersion>;
	const webhookDescription = type.description.webhooks?.find(
		({ httpMethod }) => httpMethod === request.method,
	);
	const data = {
		...additionalData({ nodes: [node], connections: {} }, credentials),
		httpRequest: likeExpress(request),
		httpResponse: likeExpressResponse(response),
	} as unknown as ConstructorParameters<typeof WebhookContext>[2];
	const context = new WebhookContext(
		...[workflow, workflow.getNode(node.name) as INode, data, 'webhook' as const],
		...[{ webhookDescription } as unknown as IWebhookData, [], null],
	);
	const log = (level: string) => (message: string, details?: unknown) =>
		trigger.logged.push({ level, message, details });
	const logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
	Object.defineProperty(context, 'logger', { value: logger });
	try {
		if (!(await isBodyTaken(request, response))) return;
		const result = (await type.webhook?.call(context)) ?? {};
		if (result.workflowData) trigger.executions.push(...(result.workflowData as INodeExecutionData[][]));
		if (!result.noWebhookResponse) response.end('{"message":"Workflow was started"}');
	} catch (error) {
		trigger.thrown.push(error);
		response.statusCode = 500;
		response.end('{"message":"Error in workflow"}');
	}
}

/**
 * What n8n does with the body before it calls a node of version 1.1 (`parseRequestBody` and `parseBody` of 2.41.1): JSON is read
 * and parsed, and answered with 422 if it is none, with 500 if it is over n8n's limit; any other type is left unread.
 */
async function isBodyTaken(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
	const withBody = request as unknown as { rawBody?: Buffer; readRawBody(): Promise<void> };
	if (request.headers['content-type']?.split(';')[0] !== 'application/json') return true;
	const refuse = (status: number, message: string): false => {
		response.statusCode = status;
		response.end(JSON.stringify({ code: 0, message }));
		return false;
	};
	try {
		await withBody.readRawBody();
	} catch (error) {
		return refuse(500, (error as Error).message);
	}
	const { rawBody } = withBody;
	if (!rawBody?.length) return true;
	try {
		JSON.parse(rawBody.toString());
		return true;
	} catch {
		return refuse(422, 'Failed to parse request body');
	}
}

/** What Express and n8n add to a request. */
function likeExpress(request: IncomingMessage): IncomingMessage {
	const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
	const added = {
		query: Object.fromEntries(searchParams),
		params: {},
		rawBody: undefined as Buffer | undefined,
		async readRawBody() {
			const chunks: Buffer[] = [];
			for await (const chunk of request) {
				chunks.push(chunk as Buffer);
				if (chunks.reduce((sum, { length }) => sum + length, 0) > LIMIT_BYTES) {
					throw Object.assign(new Error('request entity too large'), { statusCode: 413 });
				}
			}
			(request as unknown as typeof added).rawBody = Buffer.concat(chunks);
		},
	};
	return Object.assign(request, added);
}

function likeExpressResponse(response: ServerResponse): ServerResponse {
	const added = {
		status(code: number) {
			response.statusCode = code;
			return response;
		},
		type(contentType: string) {
			response.setHeader('content-type', contentType);
			return response;
		},
		send(text: string) {
			response.end(text);
			return response;
		},
	};
	return Object.assign(response, added);
}
