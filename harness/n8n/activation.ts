import type { Child } from '../shared/child.ts';
import { CliError } from '../shared/cli-error.ts';
import { waitUntil } from '../shared/wait-until.ts';
import type { ReadTable } from './n8n-database.ts';
import { publicationsSince } from './publications.ts';

interface Waiting {
	n8n: Child;
	/** Reads n8n's own database. */
	database: ReadTable;
	workflowIds: string[];
	seconds: number;
}

/**
 * Waits until n8n has activated the workflows. Its health address is no help: it answers earlier than that. n8n up to 2.40
 * writes it into its log, later ones into the tables of the publication service.
 * Fails at once, with n8n's log, when n8n ends or says that a workflow cannot be activated.
 */
export async function waitForActivation({ n8n, database, workflowIds, seconds }: Waiting): Promise<void> {
	const details = () => n8n.log.last("n8n's last lines");
	await waitUntil({
		what: workflowIds.length > 0 ? `n8n to activate ${workflowIds.join(', ')}` : 'n8n to start',
		seconds,
		details,
		probe: async () => {
			n8n.assertRunning();
			const { lines } = n8n.log;
			if (lines.some((line) => /^Issue on initial workflow activation|blocked by policy$/.test(line)))
				throw new CliError(`n8n could not activate a workflow. ${details()}`);
			if (!lines.some((line) => line.startsWith('Editor is now accessible'))) return undefined;
			const missing = workflowIds.filter((id) => !lines.some((line) => isActivationOf(line, id)));
			return missing.length === 0 || (await allPublished(missing)) || undefined;
		},
	});

	async function allPublished(ids: string[]): Promise<boolean> {
		const publicationOf = await publicationsSince(n8n.startedAt, database);
		const publications = ids.map((id) => ({ id, publication: publicationOf(id) }));
		for (const { id, publication } of publications)
			if (publication.is === 'failed')
				throw new CliError(`n8n could not activate workflow ${id}: ${publication.why}. ${details()}`);
		return publications.every(({ publication }) => publication.is === 'active');
	}
}

function isActivationOf(line: string, id: string): boolean {
	return line.startsWith('Activated workflow ') && line.includes(`(ID: ${id})`);
}
