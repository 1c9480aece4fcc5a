import { randomBytes } from 'node:crypto';
import type { Db } from './db.ts';

const NAME = 'dashboard';

/** What the dashboard signs its forms with: made once for a store, the same for all processes that share it. */
export async function pageSecret(db: Db): Promise<string> {
	const known = await read(db);
	if (known !== undefined) return known;
	const value = randomBytes(32).toString('base64url');
	await db
		.insertInto('secrets')
		.values({ name: NAME, value })
		.onConflict((conflict) => conflict.column('name').doNothing())
		.execute();
	// Another process may have been faster; what is stored counts.
	return (await read(db)) as string;
}

async function read(db: Db): Promise<string | undefined> {
	const row = await db.selectFrom('secrets').select('value').where('name', '=', NAME).executeTakeFirst();
	return row?.value;
}
