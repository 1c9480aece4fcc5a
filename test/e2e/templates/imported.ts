import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withCredentials } from '../../../harness/demo/credentials.ts';
import { LANGUAGES, type Language } from '../../../harness/demo/options.ts';
import type { CredentialToImport, WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';

/** The one model the sandbox offers. */
const SANDBOX_MODEL = { __rl: true, mode: 'id', value: 'sandbox-rules-1' };
const CREDENTIALS: Record<string, string[]> = {
	lmChatOpenAi: ['openAiApi'],
	emailSend: ['smtp'],
	formTrigger: ['httpBasicAuth'],
	webhook: ['httpHeaderAuth', 'httpBasicAuth'],
};

const OFTEN = { interval: [{ field: 'seconds', secondsInterval: 20 }] };
/** The workflow that hears of failures, by language. */
const ERROR_WORKFLOW = { es: 'es-avisos-a-una-persona', en: 'en-alerts-to-a-person' };

/** A template as it was imported. */
export interface Imported {
	file: string;
	language: Language;
	workflow: WorkflowToImport;
}

/** Every template of both languages, with what a user chooses after the import: credentials, model, error workflow. */
export function readTemplates(credentials: CredentialToImport[], only?: RegExp): Imported[] {
	return LANGUAGES.flatMap((language) => {
		const folder = join(PROJECT_DIR, 'workflows-templates', language);
		return readdirSync(folder)
			.filter((name) => name.endsWith('.json'))
			.map((name) => name.slice(0, -'.json'.length))
			.filter((file) => !only || only.test(file))
			.map((file): Imported => {
				const text = readFileSync(join(folder, `${file}.json`), 'utf8');
				const template = JSON.parse(text) as WorkflowToImport;
				const nodes = withCredentials(template.nodes, credentials).map((node) => chosen(node, credentials));
				const settings = { ...(template.settings as object), errorWorkflow: ERROR_WORKFLOW[language] };
				const id = `${language}-${file}`.slice(0, 36);
				return { file, language, workflow: { ...template, nodes, settings, id } };
			});
	});
}

function chosen(node: WorkflowNode, credentials: CredentialToImport[]): WorkflowNode {
	const kind = node.type.split('.').at(-1) ?? '';
	const parameters = structuredClone(node.parameters);
	if (parameters.model) parameters.model = SANDBOX_MODEL;
	// Looked for more often than a business would, so that the scenarios need not wait.
	if (kind === 'followUpDueTrigger') parameters.interval = 5;
	if (kind === 'scheduleTrigger') parameters.rule = OFTEN;
	const own = credentials.filter(({ type }) => (CREDENTIALS[kind] ?? []).includes(type));
	const named = own.map(({ id, name, type }) => [type, { id, name }] as const);
	return { ...node, parameters, credentials: { ...node.credentials, ...Object.fromEntries(named) } };
}
