import type { Chatbot, GraphTransport, KeptChatbot, Store } from '../../../lib/index.ts';
import type { Engine } from '../../shared/engine.ts';
import type { WorkflowToImport } from '../../n8n/types.ts';
import { SANDBOX_ACCOUNT } from '../credentials.ts';
import { evaluateOf } from '../follow-ups.ts';

/**
 * Writes the follow-ups of a workflow into the store, where the dashboard edits them from then on, as Follow-Up Evaluate does
 * with *Define Follow-Ups: On the Dashboard*. The function that is given back reads them as they are at the moment.
 */
export async function registerFollowUps(
	engine: Engine,
	store: Store,
	workflow: WorkflowToImport,
	transport: GraphTransport,
): Promise<() => Promise<Chatbot>> {
	const { followUps, stopCondition, settings = {} } = evaluateOf(workflow.nodes)?.parameters ?? {};
	const timeZone = (workflow.settings as { timezone?: string } | undefined)?.timezone ?? 'UTC';
	const { values } = withoutExpressions(followUps ?? {}) as { values?: unknown };
	const chatbot = engine.parseChatbot({
		...{ id: workflow.id, stopCondition, followUps: engine.writtenFollowUps(values) },
		settings: { timeZone, ...(settings as object) },
	});
	await store.registerChatbot(chatbot, await store.now());
	const templates = await engine.listTemplates(transport, SANDBOX_ACCOUNT);
	const kept: KeptChatbot = {
		...{ id: workflow.id, name: workflow.name, settings: chatbot.settings },
		templates: { facts: templates.map(engine.templateFact), offered: engine.offeredTemplates(templates) },
	};
	const read = async () => (await store.registerKept(kept, await store.now())).chatbot;
	await read();
	return read;
}

/** Only n8n evaluates expressions; those of the templates name what to say where nothing is known: `… || 'customer'`. */
function withoutExpressions(value: unknown): unknown {
	if (typeof value === 'string')
		return value.startsWith('=') ? (/'([^']*)'\s*}}\s*$/.exec(value)?.[1] ?? '') : value;
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(withoutExpressions);
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutExpressions(part)]));
}
