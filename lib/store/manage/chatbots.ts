import type { Db } from '../database/db.ts';
import { isActive, storedActiveLimit } from '../chatbots/read-stored.ts';
import { looksOf } from '../chatbots/due-trigger.ts';
import { RefusedError } from '../../messaging/refused-error.ts';
import type { KnownChatbot } from './types.ts';

/** Every chatbot that Follow-Up Evaluate has registered, the last used first. */
export async function listChatbots(db: Db): Promise<KnownChatbot[]> {
	const chatbots = await db.selectFrom('chatbots').selectAll().orderBy('updated_at', 'desc').execute();
	const definitions = await db
		.selectFrom('follow_up_definitions')
		.select(['chatbot', 'follow_up', 'name', 'definition_json', 'active_override'])
		.where('removed_at', 'is', null)
		.execute();
	const looks = await looksOf(db);
	const byChatbot = Map.groupBy(definitions, ({ chatbot }) => chatbot);
	return chatbots.map((row) => {
		const { id, name, kept_here, stop_condition, settings_json, activated_at, updated_at } = row;
		const own = byChatbot.get(id) ?? [];
		return {
			id,
			...(name === null ? {} : { name }),
			keptHere: kept_here === 1,
			stopCondition: stop_condition,
			activeLimit: storedActiveLimit(settings_json),
			active: own.filter(isActive).length,
			followUps: own.length,
			activatedAt: new Date(activated_at).toISOString(),
			updatedAt: new Date(updated_at).toISOString(),
			...looks.get(id),
		};
	});
}

/**
 * Makes sure that a chatbot is known.
 * @throws RefusedError that lists the known ones.
 */
export async function requireChatbot(db: Db, id: string): Promise<void> {
	const found = await db.selectFrom('chatbots').select('id').where('id', '=', id).executeTakeFirst();
	if (found) return;
	const known = await db
		.selectFrom('chatbots')
		.select('id')
		.orderBy('updated_at', 'desc')
		.limit(20)
		.execute();
	throw new RefusedError(
		`There is no chatbot "${id}" in the follow-up store`,
		known.length === 0
			? 'None is known yet: a chatbot is registered when Follow-Up Evaluate runs for the first time. Also check that Store is the same in all nodes.'
			: `Known are: ${known.map((one) => one.id).join(', ')}. The Chatbot ID stands on Follow-Up Evaluate; by default it is the ID of its workflow.`,
		{ code: 'noChatbot', values: { chatbot: id } },
	);
}
