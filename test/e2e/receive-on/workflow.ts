import type { CredentialToImport, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

export const WORKFLOW = 'receiveOn';

/** A trigger that does nothing more, so that what is measured is the way to the start of the workflow. */
export function workflow(
	parameters: Record<string, unknown>,
	{ id, name: storeName }: CredentialToImport,
): WorkflowToImport {
	const name = 'Meta Messaging Trigger';
	return {
		...{ id: WORKFLOW, name: WORKFLOW, active: false, settings: { executionOrder: 'v1' } },
		nodes: [
			{
				...{ id: 'trigger', name, type: 'n8n-nodes-meta-followup.metaMessagingTrigger' },
				...{ typeVersion: NODE_VERSION, position: [0, 0], webhookId: WORKFLOW },
				parameters: { events: ['messages'], store: 'postgres', ...parameters },
				credentials: {
					metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' },
					followUpStorePostgresApi: { id, name: storeName },
				},
			},
			{
				...{ id: 'end', name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1 },
				...{ position: [200, 0], parameters: {} },
			},
		],
		connections: { [name]: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
	};
}
