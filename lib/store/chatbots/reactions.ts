import type { Db } from '../database/db.ts';
import { fixedQuery } from '../database/fixed-query.ts';
import { readStoredSettings } from './read-stored.ts';

const SETTINGS = fixedQuery((db) => db.selectFrom('chatbots').select(['id', 'settings_json']));

/** The chatbots for which a reaction is no answer. */
export async function chatbotsWithoutReactions(db: Db): Promise<string[]> {
	const chatbots = await SETTINGS.all(db, {});
	return chatbots
		.filter(({ settings_json }) => {
			const read = readStoredSettings(settings_json);
			return 'value' in read && !read.value.reactionsCountAsAnswers;
		})
		.map(({ id }) => id);
}
