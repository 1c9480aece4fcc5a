/** A program of its own, because the environment is read when a process starts: asks a model once and prints the answer. */
import { openAiModel } from '../../../lib/ai/openai-model.ts';

const baseUrl = process.argv[2] ?? '';
const model = openAiModel({ baseUrl, apiKey: 'key', model: 'model', maxRetries: 0, timeoutMs: 30_000 });
const request = { system: 'System', user: 'User', schema: {} };
model
	.answer(request)
	.then(
		({ text }) => text,
		(error: unknown) => (error as Error).name,
	)
	.then((said) => console.log(`answer: ${said}`));
