import type { WorkflowToImport } from '../../../harness/n8n/types.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

/** The workflows of the trigger's end-to-end test. Meta knows the first only; it passes on to the second. */
export const WORKFLOWS = {
	first: 'e2eFirst',
	second: 'e2eSecond',
	managed: 'e2eManaged',
	planning: 'e2ePlanning',
} as const;

/** Where a workflow's trigger listens in production, below n8n's address. */
export const webhookPath = (workflow: string): string => `/webhook/${workflow}/webhook`;

/** The address by which n8n reaches itself. */
export function workflows(n8nUrl: string): WorkflowToImport[] {
	return [
		workflow(WORKFLOWS.first, {
			settings: { forwardTo: [`${n8nUrl}${webhookPath(WORKFLOWS.second)}`] },
		}),
		workflow(WORKFLOWS.second, {}),
		workflow(WORKFLOWS.managed, {
			subscription: 'managed',
			platforms: ['instagram'],
			instagramAccounts: '300000000000001',
		}),
		workflow(WORKFLOWS.planning, { settings: { planWithoutExecution: true } }, EVALUATE),
	];
}

const EVALUATE = {
	type: 'n8n-nodes-meta-followup.followUpEvaluate',
	parameters: {
		...{ decideBy: 'rulesOnly', stopCondition: 'When the customer confirms' },
		followUps: {
			values: [
				{
					...{ name: 'Reminder', delay: 4, description: 'When an appointment is not confirmed' },
					...{ messageSource: 'fixed', message: 'Shall we?' },
				},
			],
		},
	},
};
const NOTHING = { type: 'n8n-nodes-base.noOp', parameters: {} };

function workflow(id: string, parameters: Record<string, unknown>, next = NOTHING): WorkflowToImport {
	const name = 'Meta Messaging Trigger';
	return {
		id,
		name: id,
		nodes: [
			{
				...{ id: `${id}-trigger`, name, type: 'n8n-nodes-meta-followup.metaMessagingTrigger' },
				...{ typeVersion: NODE_VERSION, position: [0, 0], webhookId: id },
				parameters: { events: ['messages'], ...parameters },
				credentials: { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } },
			},
			{
				...{ id: `${id}-end`, name: 'End', typeVersion: 1, position: [200, 0] },
				...next,
			},
		],
		connections: { [name]: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
		active: false,
	};
}
