import type { ReadTable } from './n8n-database.ts';

/** How far n8n's publication service is with a workflow. */
export type Publication = { is: 'under way' } | { is: 'active' } | { is: 'failed'; why: string };

interface OutboxRow {
	id: number | string;
	workflowId: string;
	status: 'pending' | 'in_progress' | 'completed' | 'partial_success' | 'failed';
	errorMessage: string | null;
	/** As text in SQLite, in UTC and without saying so. */
	updatedAt: string | Date;
}

interface TriggerRow {
	workflowId: string;
	status: 'activated' | 'failed';
	triggerKind: 'in-memory' | 'persisted';
}

/**
 * Asks n8n's publication service, on by default since 2.41, about a workflow. It keeps its word in two tables (read in
 * n8n 2.41.1 on 2026-11-30). Triggers that live in n8n's memory are lost with a process, while their rows stay: the
 * outbox has to have dealt with such a workflow since n8n was started.
 */
export async function publicationsSince(
	startedAt: Date,
	read: ReadTable,
): Promise<(workflowId: string) => Publication> {
	const outbox = await read<OutboxRow>('workflow_publication_outbox', [
		...['id', 'workflowId', 'status', 'errorMessage', 'updatedAt'],
	]);
	const triggers = await read<TriggerRow>('workflow_publication_trigger_status', [
		...['workflowId', 'status', 'triggerKind'],
	]);
	return (id) => {
		const records = outbox
			.filter(({ workflowId }) => workflowId === id)
			.sort((a, b) => Number(a.id) - Number(b.id));
		if (records.some(({ status }) => status === 'pending' || status === 'in_progress'))
			return { is: 'under way' };
		const latest = records.findLast(({ updatedAt }) => timeOf(updatedAt) >= startedAt);
		if (latest?.status === 'completed') return { is: 'active' };
		if (latest) return { is: 'failed', why: latest.errorMessage ?? latest.status };
		const own = triggers.filter(({ workflowId }) => workflowId === id);
		const outlivesRestart =
			own.length > 0 &&
			own.every(({ status, triggerKind }) => status === 'activated' && triggerKind === 'persisted');
		return { is: outlivesRestart ? 'active' : 'under way' };
	};
}

const timeOf = (stamp: string | Date): Date =>
	stamp instanceof Date ? stamp : new Date(`${stamp.replace(' ', 'T')}Z`);
