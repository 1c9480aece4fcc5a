import type { OwnerRest } from '../../../harness/n8n/login.ts';
import type { RunningN8n } from '../../../harness/n8n/start.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
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
		await published(rest, file, workflow.id);
	}
}

/** n8n 2.41 answers before its publication service has set the triggers up; an older one has no such address. */
async function published(rest: OwnerRest, file: string, id: string): Promise<void> {
	await waitUntil({
		what: `${file} to be published`,
		seconds: PUBLICATION_LIMIT_SECONDS,
		probe: async () => {
			const response = await rest(`/rest/workflows/${id}/publication-status`);
			if (response.status === 404) return true;
			const { data } = (await response.json()) as { data?: { status?: string } };
			if (data?.status === 'in_progress') return undefined;
			if (data?.status === 'published') return true;
			throw new Error(`${file} was not published: ${JSON.stringify(data).slice(0, 500)}`);
		},
	});
}
