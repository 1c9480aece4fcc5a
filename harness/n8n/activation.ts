import type { Child } from '../shared/child.ts';
import { Trouble } from '../shared/trouble.ts';
import { waitUntil } from '../shared/wait-until.ts';

/**
 * Waits until n8n says that it has activated the workflows. Its health address is no help: it answers earlier than that.
 * Fails at once, with n8n's log, when n8n ends or says that a workflow cannot be activated.
 */
export async function waitForActivation(n8n: Child, workflowIds: string[], seconds: number): Promise<void> {
	const details = () => n8n.log.last("n8n's last lines");
	await waitUntil({
		what: workflowIds.length > 0 ? `n8n to activate ${workflowIds.join(', ')}` : 'n8n to start',
		seconds,
		details,
		probe: () => {
			n8n.assertRunning();
			const { lines } = n8n.log;
			if (lines.some((line) => /^Issue on initial workflow activation|blocked by policy$/.test(line))) {
				throw new Trouble(`n8n could not activate a workflow. ${details()}`);
			}
			const ready = lines.some((line) => line.startsWith('Editor is now accessible'));
			return (
				(ready && workflowIds.every((id) => lines.some((line) => isActivationOf(line, id)))) || undefined
			);
		},
	});
}

function isActivationOf(line: string, id: string): boolean {
	return line.startsWith('Activated workflow ') && line.includes(`(ID: ${id})`);
}
