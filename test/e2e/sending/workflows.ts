import type { WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

/** The workflow whose trigger takes in what customers write. */
export const INBOUND = 'e2eInbound';
export const WHATSAPP_ACCOUNT = '200000000000001';

const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };
const SENDER = 'Meta Messaging';

const recipient = { recipientBy: 'conversation', conversation: '={{ $json.body.conversation }}' };

/** What each workflow behind a webhook does with the fields of the body it is called with. */
const OPERATIONS: Record<string, object> = {
	createTemplate: {
		...{ resource: 'template', operation: 'create', whatsAppAccount: WHATSAPP_ACCOUNT },
		...{
			name: '={{ $json.body.name }}',
			category: 'utility',
			language: 'es',
			body: '={{ $json.body.text }}',
		},
		examples: {
			values: [
				{ variable: '1', example: 'Ana' },
				{ variable: '2', example: 'martes' },
			],
		},
	},
	listTemplates: {
		...{ resource: 'template', operation: 'getMany', whatsAppAccount: WHATSAPP_ACCOUNT, returnAll: true },
		filters: { name: '={{ $json.body.name }}' },
	},
	sendTemplate: {
		...{ resource: 'message', operation: 'sendTemplate', ...recipient, whatsAppAccount: WHATSAPP_ACCOUNT },
		template: { __rl: true, mode: 'list', value: '={{ $json.body.template }}' },
		templateVariables: {
			mappingMode: 'defineBelow',
			value: { 'body.1': '={{ $json.body.first }}', 'body.2': '={{ $json.body.second }}' },
		},
	},
	sendText: { resource: 'message', operation: 'sendText', ...recipient, text: '={{ $json.body.text }}' },
};

/** The trigger, and one workflow for each operation that answers with what Meta Messaging gave out. */
export function workflows(): WorkflowToImport[] {
	const inbound = node(
		'Meta Messaging Trigger',
		'n8n-nodes-meta-followup.metaMessagingTrigger',
		NODE_VERSION,
		{
			events: ['messages'],
		},
	);
	const end = node('End', 'n8n-nodes-base.noOp', 1, {});
	return [
		workflow(INBOUND, [{ ...inbound, webhookId: INBOUND, credentials: META }, end]),
		...Object.entries(OPERATIONS).map(([id, parameters]) => {
			const call = node('Webhook', 'n8n-nodes-base.webhook', 2, {
				...{ httpMethod: 'POST', path: id, responseMode: 'lastNode', responseData: 'allEntries' },
				options: {},
			});
			const sender = node(SENDER, 'n8n-nodes-meta-followup.metaMessaging', NODE_VERSION, parameters);
			return workflow(id, [
				{ ...call, webhookId: id },
				{ ...sender, credentials: META, onError: 'continueRegularOutput' },
			]);
		}),
	];
}

function node(name: string, type: string, typeVersion: number, parameters: object): WorkflowNode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters: { ...parameters } };
}

function workflow(id: string, nodes: [WorkflowNode, WorkflowNode]): WorkflowToImport {
	const [first, second] = nodes;
	return {
		...{ id, name: id, nodes, settings: { executionOrder: 'v1' }, active: false },
		connections: { [first.name]: { main: [[{ node: second.name, type: 'main', index: 0 }]] } },
	};
}
