import { waitUntil } from '../shared/wait-until.ts';
import type { OwnerRest } from './login.ts';

interface Waiting {
	/** What is published, for the text of the error. */
	what: string;
	seconds: number;
	details?: () => string;
}

/** What n8n says of a workflow once its publication service has dealt with it. */
export interface PublicationOutcome {
	status: string;
	/** n8n's own answer, with the reason where the publication failed. */
	answer: string;
}

/**
 * Waits until n8n has set up the triggers of a workflow that was just published, or has failed to. n8n 2.41 answers the
 * editor before that; an older one has set them up by then and knows no such address, which counts as published.
 */
export async function publicationOutcome(
	rest: OwnerRest,
	workflowId: string,
	{ what, seconds, details }: Waiting,
): Promise<PublicationOutcome> {
	return await waitUntil({
		...{ what: `${what} to be published`, seconds, details },
		probe: async () => {
			const response = await rest(`/rest/workflows/${workflowId}/publication-status`);
			const answer = await response.text();
			if (response.status === 404) return { status: 'published', answer };
			const { data } = JSON.parse(answer) as { data?: { status?: string } };
			return data?.status === undefined || data.status === 'in_progress'
				? undefined
				: { status: data.status, answer };
		},
	});
}
