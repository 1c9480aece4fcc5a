import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A follow-up as it stands in the store. */
export interface StoredFollowUp {
	name: string;
	state: string;
	code: string;
	requestedAt: number;
	dueAt: number;
}

/** The follow-ups of one customer, in the order in which they are due; read without the package's own code. */
export function followUpsOf(userFolder: string, chatbot: string, contact: string): StoredFollowUp[] {
	const file = join(userFolder, '.n8n', 'meta-followup.sqlite');
	if (!existsSync(file)) return [];
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		return database
			.prepare(
				`select f.name, f.state, f.reason_code as code, f.requested_at as requestedAt, f.due_at as dueAt
				from scheduled_follow_ups f join contact_aliases a on a.conversation_id = f.conversation_id
				where f.chatbot = ? and a.alias = ? order by f.due_at, f.created_at`,
			)
			.all(chatbot, contact) as unknown as StoredFollowUp[];
	} finally {
		database.close();
	}
}
