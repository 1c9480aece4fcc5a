import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { startProgram } from '../../../harness/shared/child.ts';
import { CliError } from '../../../harness/shared/cli-error.ts';
import { ensureLlama } from './install.ts';

const LOAD_SECONDS = 300;

/** Starts llama.cpp with the weights of a file; it ends with this program. */
export async function startLlama(gguf: string): Promise<{ baseUrl: string; model: string }> {
	const file = resolve(gguf);
	if (!existsSync(file)) throw new CliError(`There is no file ${file}; --gguf wants weights in GGUF form.`);
	const folder = await ensureLlama();
	const args = [join(import.meta.dirname, 'server.ts'), folder, file];
	const server = startProgram({ name: 'llama.cpp', command: process.execPath, args });
	const [, baseUrl = ''] = await server.line(/^Ready at (\S+)/, LOAD_SECONDS);
	return { baseUrl, model: basename(file, '.gguf') };
}
