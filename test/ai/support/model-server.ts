import { openAiModel, type DecisionModel, type OpenAiModelOptions } from '../../../lib/index.ts';
import { newServerMemory } from '../../../lib/ai/server-memory.ts';
import { startSandboxProcess, type SandboxProcess } from '../../support/sandbox.ts';

export interface ModelCall {
	status: number | string;
	fault?: string;
	request: { messages: { role: string; content: string }[]; response_format?: { type: string } };
}

/** The sandbox's OpenAI-compatible server, shared by the tests of one file; faults and log are empty before each test. */
export function useModelServer() {
	const world = {} as { sandbox: SandboxProcess };
	beforeAll(async () => {
		world.sandbox = await startSandboxProcess();
	});
	beforeEach(async () => {
		await world.sandbox.api('POST', '/reset');
		await world.sandbox.api('PUT', '/settings', { modelJsonSchema: true });
	});
	afterAll(async () => await world.sandbox?.close());
	const api = async (method: string, path: string, body?: unknown) =>
		await world.sandbox.api(method, path, body);
	return {
		model: (more: Partial<OpenAiModelOptions> = {}): DecisionModel =>
			openAiModel({
				...{ baseUrl: `${world.sandbox.url}/v1`, apiKey: 'sandbox-model-key', model: 'sandbox-rules-1' },
				memory: newServerMemory(),
				...more,
			}),
		url: () => `${world.sandbox.url}/v1`,
		/** The control API of the sandbox. */
		api,
		/** The next requests go wrong so. */
		fault: async (fault: object) => await api('POST', '/faults', { target: 'model', count: 1, ...fault }),
		calls: async (): Promise<ModelCall[]> => await api('GET', '/model/log'),
		settings: async (settings: object) => await api('PUT', '/settings', settings),
	};
}
