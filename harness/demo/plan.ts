import type { CredentialToImport, WorkflowNode, WorkflowToImport } from '../n8n/types.ts';
import { pagesWithoutLogin, SANDBOX_ACCOUNT } from './credentials.ts';
import { evaluateOf, followUpsOf } from './follow-ups.ts';
import type { Language } from './options.ts';
import { demoWorkflow, metaTrigger, webhookPath, type Timing } from './template.ts';
import { FIRST_TEMPLATE, readTemplate } from './template-file.ts';

/** The template with the dashboard. */
const DASHBOARD: Record<Language, string> = { es: 'tablero-de-seguimientos', en: 'follow-up-dashboard' };

/** What a demo runs. */
export interface DemoPlan {
	/** The name of the template that was asked for. */
	template: string;
	main: WorkflowToImport;
	/** Whose follow-ups go out: the template's own, or those of the first example beside it. */
	followUps: WorkflowToImport;
	dashboard: WorkflowToImport;
	/** All of them, in the order in which they are published. */
	workflows: WorkflowToImport[];
	/** Where Meta's webhooks go in n8n, below its address. */
	webhook: string;
}

interface PlanOptions {
	lang: Language;
	template: string;
	/** n8n's address, for what one workflow passes on to another. */
	n8nUrl: string;
	credentials: CredentialToImport[];
	timing?: Timing;
}

/** Puts together what the demo of a template needs: something to follow up, and the dashboard beside it. */
export function planDemo({ lang, template, n8nUrl, credentials, timing }: PlanOptions): DemoPlan {
	const prepared = (name: string, id?: string) => {
		const workflow = demoWorkflow(readTemplate(lang, name), credentials, timing);
		return pagesWithoutLogin(forTheDemo({ ...workflow, ...(id ? { id } : {}) }, timing !== undefined));
	};
	const main = prepared(template);
	const isOwn = followUpsOf(main.nodes).length > 0;
	const beside = isOwn ? main : prepared(FIRST_TEMPLATE[lang], 'metaFollowupDemoBeside');
	const dashboard =
		template === DASHBOARD[lang] ? main : prepared(DASHBOARD[lang], 'metaFollowupDemoDashboard');
	const heard = hearsMessages(main) ? main : beside;
	const followUps = heard === beside ? toldOf(beside, main, n8nUrl) : beside;
	return {
		...{ template, main: isOwn ? followUps : main, followUps, dashboard },
		workflows: [...new Set([followUps, ...(isOwn ? [] : [main]), dashboard])],
		webhook: webhookPath(heard) ?? '',
	};
}

/** Follow-ups are written on the dashboard, and go out at any hour, to everybody, and after any jump of the clock. */
function forTheDemo(workflow: WorkflowToImport, isShortened: boolean): WorkflowToImport {
	const nodes = workflow.nodes.map((node): WorkflowNode => {
		const { parameters } = node;
		const settings = (parameters.settings ?? {}) as object;
		if (node.type.endsWith('.followUpDueTrigger'))
			return { ...node, parameters: { ...parameters, settings: { ...settings, expireAfterHours: 0 } } };
		if (node !== evaluateOf(workflow.nodes)) return node;
		const open = {
			...{ ...settings, quietHours: {}, holdOutPercent: 0 },
			...(isShortened ? { minimumGapMinutes: 0 } : {}),
		};
		const isWritten = followUpsOf([node]).length > 0;
		const where = isWritten ? { defineFollowUps: 'dashboard', whatsAppAccount: SANDBOX_ACCOUNT } : {};
		return { ...node, parameters: { ...withRoomForOneMore(parameters), ...where, settings: open } };
	});
	return { ...workflow, nodes };
}

/** A chatbot may have so many active follow-ups (docs/nodes.md). */
const MOST_ACTIVE = 5;

/** A person writes one more on the dashboard; where that would be too many, the last of the template's is off. */
function withRoomForOneMore(parameters: WorkflowNode['parameters']): WorkflowNode['parameters'] {
	const copy = structuredClone(parameters);
	const rows = followUpsOf([{ id: '', name: '', type: '.followUpEvaluate', parameters: copy }]);
	const active = rows.filter((row) => row.active !== false);
	for (const row of active.slice(MOST_ACTIVE - 1)) row.active = false;
	return copy;
}

function hearsMessages({ nodes }: WorkflowToImport): boolean {
	const { events = [] } = (metaTrigger(nodes)?.parameters ?? {}) as { events?: string[] };
	return events.includes('messages');
}

/** One app has one address at Meta, so what the other workflow hears is passed on to it; and it hears of failures. */
function toldOf(beside: WorkflowToImport, main: WorkflowToImport, n8nUrl: string): WorkflowToImport {
	const path = webhookPath(main);
	const nodes = beside.nodes.map((node) =>
		path && node === metaTrigger(beside.nodes)
			? { ...node, parameters: { ...node.parameters, settings: { forwardTo: [`${n8nUrl}${path}`] } } }
			: node,
	);
	const hearsFailures = main.nodes.some(({ type }) => type.endsWith('.errorTrigger'));
	const settings = { ...(beside.settings as object), ...(hearsFailures ? { errorWorkflow: main.id } : {}) };
	return beside === main ? beside : { ...beside, nodes, settings };
}
