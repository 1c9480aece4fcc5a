import { publish } from '../../../harness/n8n/publish.ts';
import type { RunningN8n } from '../../../harness/n8n/start.ts';
import type { Imported } from './imported.ts';

/** Publishes every template. */
export async function publishAll(n8n: RunningN8n, templates: Imported[]): Promise<void> {
	const rest = await n8n.login();
	for (const { file, workflow } of templates) await publish(rest, workflow.id, file);
}
