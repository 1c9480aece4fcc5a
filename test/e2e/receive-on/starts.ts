import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface WorkflowStart {
	execution: number;
	/** The ID of the message. */
	id: string;
	/** In ms since 1970. */
	at: number;
}

/** Which message each execution of n8n was started with, in the order of the executions. */
export function startsIn(userFolder: string, name: string): WorkflowStart[] {
	const database = new DatabaseSync(join(userFolder, '.n8n', 'database.sqlite'), { readOnly: true });
	try {
		const rows = database
			.prepare(
				`select execution.id, coalesce(execution.startedAt, execution.createdAt) as startedAt, data.data
				from execution_entity execution join execution_data data on data.executionId = execution.id order by execution.id`,
			)
			.all() as { id: number; startedAt: string; data: string }[];
		const message = new RegExp(`wamid\\.${name}-\\d+\\.`);
		return rows.flatMap(({ id, startedAt, data }) => {
			const found = message.exec(data);
			const at = Date.parse(`${startedAt.replace(' ', 'T')}Z`);
			return found ? [{ execution: id, id: found[0], at }] : [];
		});
	} finally {
		database.close();
	}
}
