import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Every row of the store's table of messages, read without the package's own code. A store that is not there has none. */
export function storedMessages(userFolder: string): Record<string, unknown>[] {
	const file = join(userFolder, '.n8n', 'meta-followup.sqlite');
	if (!existsSync(file)) return [];
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		const table = database
			.prepare("select 1 from sqlite_master where type = 'table' and name = 'messages'")
			.get();
		return table ? database.prepare('select * from messages').all() : [];
	} finally {
		database.close();
	}
}

/** How many stored messages carry a text in any of their columns. */
export function storedWith(userFolder: string, text: string): number {
	return storedMessages(userFolder).filter((row) =>
		Object.values(row).some((value) => typeof value === 'string' && value.includes(text)),
	).length;
}
