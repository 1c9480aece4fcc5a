import { CliError } from '../shared/cli-error.ts';
import type { OwnerRest } from './login.ts';
import { publicationOutcome } from './publication-status.ts';

/** Several dozen triggers are set up one after the other, on a machine that has much else to do. */
const PUBLICATION_LIMIT_SECONDS = 240;

interface Answer {
	data?: { versionId?: string; active?: boolean; activeVersionId?: string | null };
	message?: string;
}

/**
 * Publishes a workflow as the editor's button does, and waits until its triggers are set up; n8n checks nodes, parameters
 * and triggers then.
 * @param what names it in messages.
 */
export async function publish(rest: OwnerRest, workflowId: string, what: string): Promise<void> {
	const refused = (why: string) => new CliError(`${what} was not published: ${why.slice(0, 500)}`);
	const { data } = (await (await rest(`/rest/workflows/${workflowId}`)).json()) as Answer;
	const response = await rest(`/rest/workflows/${workflowId}/activate`, {
		method: 'POST',
		body: JSON.stringify({ versionId: data?.versionId }),
	});
	const answer = (await response.json()) as Answer;
	if (!response.ok || !answer.data?.activeVersionId)
		throw refused(`${response.status} ${JSON.stringify(answer)}`);
	const seconds = PUBLICATION_LIMIT_SECONDS;
	const publication = await publicationOutcome(rest, workflowId, { what, seconds });
	if (publication.status !== 'published') throw refused(publication.answer);
}
