import type { CredentialToImport, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { KEPT } from './sample.ts';

const PACKAGE = 'n8n-nodes-meta-followup';

export const MODEL_CREDENTIAL: CredentialToImport = {
	...{ id: 'dashboardModel', name: 'Model', type: 'openAiCompatibleApi' },
	data: { baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'none' },
};

/** A workflow whose follow-ups are written on the dashboard; nobody writes to it and nothing comes due. */
export function keptWorkflow(): WorkflowToImport {
	const node = (name: string, type: string, place: number, parameters: object, more: object = {}) => ({
		...{
			id: type,
			name,
			type: `${PACKAGE}.${type}`,
			typeVersion: 1,
			position: [place * 240, 0] as [number, number],
		},
		...{ parameters: { ...parameters }, ...more },
	});
	const { id, name } = MODEL_CREDENTIAL;
	return {
		...KEPT,
		nodes: [
			node('Due', 'followUpDueTrigger', 0, { interval: 60 }),
			node(
				...(['Decide', 'followUpEvaluate', 1] as const),
				{ defineFollowUps: 'dashboard', model: { __rl: true, mode: 'id', value: 'gpt' } },
				{ credentials: { openAiCompatibleApi: { id, name } } },
			),
		],
		connections: { Due: { main: [[{ node: 'Decide', type: 'main', index: 0 }]] } },
		...{ active: true, settings: { executionOrder: 'v1', timezone: 'America/Bogota' } },
	} as unknown as WorkflowToImport;
}
