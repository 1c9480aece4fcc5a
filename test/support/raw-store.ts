import { openDatabase, type StoreOptions } from '../../lib/store/open-store.ts';
import type { Db } from '../../lib/store/database/db.ts';

/** Works on the tables of a store as another program would: for rows that this release does not write itself. */
export async function inTables<T>(options: StoreOptions, work: (db: Db) => Promise<T>): Promise<T> {
	const { db } = await openDatabase(options);
	try {
		return await work(db);
	} finally {
		await db.destroy();
	}
}
