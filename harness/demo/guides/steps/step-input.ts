import type { GuideStep } from '../../../../sandbox/guide/guide.ts';
import type { WorkflowToImport } from '../../../n8n/types.ts';
import type { Language } from '../../options.ts';
import type { Scenario } from '../scenarios.ts';

/** Where something is done that is not done on the phone. */
export interface Places {
	dashboard: string;
	/** n8n's address, from when it has taken over. */
	n8n?: string;
	/** The sandbox's address. */
	sandbox: string;
}

/** What the steps of a guide are written with. */
export interface StepInput {
	lang: Language;
	/** The template. */
	workflow: WorkflowToImport;
	scenario: Scenario;
	/** The follow-up that comes first and how long it waits; how long that takes where time runs faster. */
	followUp?: { name: string; delay: string; real?: string; isShortened: boolean };
	places: Places;
}

export type Steps = (input: StepInput) => GuideStep[];

/** The addresses of the forms of a workflow, by the names of their nodes; none before n8n serves them. */
export function formsOf(
	{ nodes }: WorkflowToImport,
	n8n: string | undefined,
): { label: string; url: string }[] {
	if (n8n === undefined) return [];
	return nodes
		.filter(({ type }) => type.endsWith('.formTrigger'))
		.map(({ name, webhookId }) => ({ label: name, url: `${n8n}/form/${webhookId}` }));
}
