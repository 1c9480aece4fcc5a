import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Grammar {
	readonly grammar: string;
}

interface Session {
	setChatHistory(history: object[]): void;
	promptWithMeta(
		prompt: string,
		options: { grammar?: Grammar; maxTokens: number; temperature: number },
	): Promise<{ responseText: string; stopReason: string }>;
	sequence: { tokenMeter: { getState(): { usedInputTokens: number; usedOutputTokens: number } } };
}

/** As much of node-llama-cpp as is used here; it is installed apart, so its own types are not at hand. */
export interface LlamaModule {
	getLlama(options: object): Promise<{
		loadModel(options: { modelPath: string }): Promise<{
			createContext(options: object): Promise<{ getSequence(): unknown }>;
		}>;
		createGrammarForJsonSchema(schema: unknown): Promise<Grammar>;
		getGrammarFor(kind: 'json'): Promise<Grammar>;
	}>;
	LlamaChatSession: new (options: { contextSequence: unknown }) => Session;
}

/** Loads it from the folder it was installed into. */
export async function importLlama(folder: string): Promise<LlamaModule> {
	const file = join(folder, 'node_modules', 'node-llama-cpp', 'dist', 'index.js');
	return (await import(pathToFileURL(file).href)) as LlamaModule;
}
