import type { WorkflowToImport } from '../../../harness/n8n/types.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

/** The webhook by which Meta's stand-in delivers. */
export const INBOUND = 'ownerInbound';
export const SHOP = { id: 'floristeria', name: 'Floristería del Valle' };

const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };
const MODEL = { openAiCompatibleApi: { id: 'demoModel', name: 'Model (sandbox)' } };

/** A chatbot whose follow-ups are written on the dashboard: nobody opens this workflow any more. */
export function shopWorkflow(): WorkflowToImport {
	const node = (name: string, type: string, parameters: object, more: object = {}) => ({
		...{ id: name, name, type: `n8n-nodes-meta-followup.${type}`, typeVersion: NODE_VERSION },
		...{ position: [0, 0] as [number, number], parameters: { ...parameters }, ...more },
	});
	const to = (name: string) => ({ node: name, type: 'main', index: 0 });
	return {
		...SHOP,
		nodes: [
			node(
				'Llegan mensajes',
				'metaMessagingTrigger',
				{ events: ['messages', 'statuses'] },
				{
					...{ webhookId: INBOUND, credentials: META },
				},
			),
			node('Llega la hora', 'followUpDueTrigger', { interval: 5 }),
			node(
				'Decidir',
				'followUpEvaluate',
				{
					...{ defineFollowUps: 'dashboard', model: { __rl: true, mode: 'id', value: 'sandbox-rules-1' } },
					settings: { onlyIfBusinessAnswered: false, minimumGapMinutes: 0 },
				},
				{ credentials: { ...META, ...MODEL } },
			),
			node('Programar', 'followUpSchedule', {}),
			node(
				'Enviar',
				'metaMessaging',
				{ resource: 'message', operation: 'sendFollowUp' },
				{ credentials: META },
			),
		],
		connections: {
			'Llegan mensajes': { main: [[to('Decidir')]] },
			'Llega la hora': { main: [[to('Decidir')]] },
			Decidir: { main: [[to('Programar')], [to('Enviar')]] },
		},
		...{ active: false, settings: { executionOrder: 'v1', timezone: 'America/Bogota' } },
	} as unknown as WorkflowToImport;
}
