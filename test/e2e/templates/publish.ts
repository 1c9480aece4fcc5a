import { publicationOutcome } from '../../../harness/n8n/publication-status.ts';
import type { RunningN8n } from '../../../harness/n8n/start.ts';
import type { Imported } from './imported.ts';

/** Several dozen triggers are set up one after the other, on a machine that has much else to do. */
const PUBLICATION_LIMIT_SECONDS = 240;

interface Answer {
	data?: { versionId?: string; active?: boolean; activeVersionId?: string | null };
	message?: string;
}

/** Publishes every workflow as the editor's button does; n8n checks nodes, parameters and triggers then. */
export async function publishAll(n8n: RunningN8n, templates: Imported[]): Promise<void> {
	const rest = await n8n.login();
	for (const { file, workflow } of templates) {
		const { data } = (await (await rest(`/rest/workflows/${workflow.id}`)).json()) as Answer;
		const response = await rest(`/rest/workflows/${workflow.id}/activate`, {
			method: 'POST',
			body: JSON.stringify({ versionId: data?.versionId }),
		});
		const answer = (await response.json()) as Answer;
		if (!response.ok || !answer.data?.activeVersionId)
			throw new Error(
				`${file} was not published (${response.status}): ${JSON.stringify(answer).slice(0, 500)}`,
			);
		const publication = await publicationOutcome(rest, workflow.id, {
			...{ what: file, seconds: PUBLICATION_LIMIT_SECONDS },
		});
		if (publication.status !== 'published')
			throw new Error(`${file} was not published: ${publication.answer.slice(0, 500)}`);
	}
}
