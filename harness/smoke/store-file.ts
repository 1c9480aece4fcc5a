import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Every row of one of the store's tables, read without the package's own code. A store that is not there has none. */
export function storedRows(
	userFolder: string,
	name: 'messages' | 'scheduled_follow_ups' | 'conversations',
): Record<string, unknown>[] {
	const file = join(userFolder, '.n8n', 'meta-followup.sqlite');
	if (!existsSync(file)) return [];
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		const table = database.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name);
		return table ? database.prepare(`select * from ${name}`).all() : [];
	} finally {
		database.close();
	}
}

/** How many stored messages carry a text in any of their columns. */
export function storedWith(userFolder: string, text: string): number {
	return storedRows(userFolder, 'messages').filter((row) =>
		Object.values(row).some((value) => typeof value === 'string' && value.includes(text)),
	).length;
}
