import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import type { WorkflowJson } from './engine.ts';

const folder = join(import.meta.dirname, '..', '..', 'workflows-templates');

/** The bundled workflow templates, by language and file. */
export const templateFiles: string[] = ['en', 'es'].flatMap((language) =>
	readdirSync(join(folder, language))
		.filter((file) => file.endsWith('.json'))
		.map((file) => join(language, file)),
);

/** A fresh copy of a bundled template. */
export function readTemplate(file: string): WorkflowJson {
	return JSON.parse(readFileSync(join(folder, file), 'utf8')) as WorkflowJson;
}

/** The node of a kind in a workflow, e.g. `followUpEvaluate`. */
export function nodeOf({ nodes }: WorkflowJson, kind: string): INode {
	const found = nodes.find(({ type }) => type === `n8n-nodes-meta-followup.${kind}`);
	if (!found) throw new Error(`The workflow has no ${kind}`);
	return found;
}
