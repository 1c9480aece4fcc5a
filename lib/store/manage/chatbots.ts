import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import { readStoredSettings } from '../../follow-up/settings.ts';
import type { Db } from '../database/db.ts';
import { RefusedError } from '../../messaging/refused-error.ts';
import type { KnownChatbot } from './types.ts';

/** Every chatbot that Follow-Up Evaluate has registered, the last used first. */
export async function listChatbots(db: Db): Promise<KnownChatbot[]> {
	const chatbots = await db.selectFrom('chatbots').selectAll().orderBy('updated_at', 'desc').execute();
	const definitions = await db
		.selectFrom('follow_up_definitions')
		.select(['chatbot', 'definition_json', 'active_override'])
		.where('removed_at', 'is', null)
		.execute();
	const byChatbot = Map.groupBy(definitions, ({ chatbot }) => chatbot);
	return chatbots.map(({ id, stop_condition, settings_json, activated_at, updated_at }) => {
		const own = byChatbot.get(id) ?? [];
		return {
			id,
			stopCondition: stop_condition,
			activeLimit: readStoredSettings(settings_json).activeLimit,
			active: own.filter(isActive).length,
			followUps: own.length,
			activatedAt: new Date(activated_at).toISOString(),
			updatedAt: new Date(updated_at).toISOString(),
		};
	});
}

/** Whether a follow-up is sent: the switch set from outside the workflow counts, or else the one in the workflow. */
export function isActive({
	active_override,
	definition_json,
}: {
	active_override: number | null;
	definition_json: string;
}): boolean {
	if (active_override !== null) return active_override === 1;
	return (JSON.parse(definition_json) as FollowUpDefinition).active;
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
	);
}
