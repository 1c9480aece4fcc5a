import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One run of a workflow, as n8n's own database has it. */
export interface Execution {
	id: number;
	workflowId: string;
	mode: string;
	status: string;
	startedAt: string | null;
	stoppedAt: string | null;
}

/** Every execution of the n8n in a user folder, oldest first; also answers when that n8n is not running. */
export function readExecutions(userFolder: string): Execution[] {
	const file = join(userFolder, '.n8n', 'database.sqlite');
	if (!existsSync(file)) return [];
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		return database
			.prepare('select id, workflowId, mode, status, startedAt, stoppedAt from execution_entity order by id')
			.all() as unknown as Execution[];
	} finally {
		database.close();
	}
}
