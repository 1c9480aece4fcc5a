import type { Db } from '../database/db.ts';
import { fixedQuery } from '../database/fixed-query.ts';
import { readStoredSettings, storedOptOutWords } from './read-stored.ts';

/** What all chatbots of this store are set to, for what a customer says to the business and not to one of them. */
const SETTINGS = fixedQuery((db) => db.selectFrom('chatbots').select(['id', 'settings_json']));

/** The words that the chatbots in this store add to those known everywhere; an opt-out holds for all of them. */
export async function extraOptOutWords(db: Db): Promise<string[]> {
	const chatbots = await SETTINGS.all(db, {});
	return chatbots.flatMap(({ settings_json }) => storedOptOutWords(settings_json));
}

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

/** Whether a chatbot wants voice notes and pictures to be understood; without one their addresses are not kept. */
export async function someoneUnderstandsMedia(db: Db): Promise<boolean> {
	const chatbots = await SETTINGS.all(db, {});
	return chatbots.some(({ settings_json }) => {
		const read = readStoredSettings(settings_json);
		return 'value' in read && read.value.understandMedia;
	});
}
