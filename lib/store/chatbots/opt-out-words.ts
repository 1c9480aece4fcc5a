import type { Db } from '../database/db.ts';
import { fixedQuery } from '../database/fixed-query.ts';
import { storedOptOutWords } from './read-stored.ts';

const SETTINGS = fixedQuery((db) => db.selectFrom('chatbots').select('settings_json'));

/** The words that the chatbots in this store add to those known everywhere; an opt-out holds for all of them. */
export async function extraOptOutWords(db: Db): Promise<string[]> {
	const chatbots = await SETTINGS.all(db, {});
	return chatbots.flatMap(({ settings_json }) => storedOptOutWords(settings_json));
}
