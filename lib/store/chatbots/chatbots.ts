import type { Chatbot } from '../../follow-up/definition.ts';
import type { Db } from '../database/db.ts';
import { lookMsOf } from './due-trigger.ts';
import { knownAsIs, templatesJson } from './known-chatbot.ts';
import type { ChatbotSource } from './source.ts';
import { withIdsThroughRenames } from './steady-ids.ts';

/**
 * Remembers a chatbot as last seen, so that the dashboard and other workflows know its follow-ups. Returns it with the
 * time it was first seen and with what was switched on or off from outside.
 */
export async function registerChatbot(
	db: Db,
	chatbot: Chatbot,
	now: Date,
	source?: ChatbotSource,
): Promise<Chatbot> {
	return (await knownAsIs(db, chatbot, now, source)) ?? (await write(db, chatbot, now, source));
}

async function write(db: Db, given: Chatbot, now: Date, source?: ChatbotSource): Promise<Chatbot> {
	const at = now.getTime();
	return await db.transaction().execute(async (tx) => {
		const chatbot = await withIdsThroughRenames(tx, given, source);
		const seen = {
			stop_condition: chatbot.stopCondition,
			settings_json: JSON.stringify(chatbot.settings),
			updated_at: at,
			kept_here: null,
			...(source?.name === undefined ? {} : { name: source.name }),
		};
		const { activated_at } = await tx
			.insertInto('chatbots')
			.values({ id: chatbot.id, activated_at: at, ...seen })
			.onConflict((conflict) => conflict.column('id').doUpdateSet(seen))
			.returning('activated_at')
			.executeTakeFirstOrThrow();
		const overrides = new Map<string, boolean>();
		for (const [position, followUp] of chatbot.followUps.entries()) {
			const present = {
				...{
					position,
					name: followUp.name,
					colour: followUp.colour ?? null,
					definition_json: JSON.stringify(followUp),
				},
				...{ updated_at: at, removed_at: null },
			};
			const { active_override } = await tx
				.insertInto('follow_up_definitions')
				.values({ chatbot: chatbot.id, follow_up: followUp.id, first_seen_at: at, ...present })
				.onConflict((conflict) => conflict.columns(['chatbot', 'follow_up']).doUpdateSet(present))
				.returning('active_override')
				.executeTakeFirstOrThrow();
			if (active_override !== null) overrides.set(followUp.id, active_override === 1);
		}
		await tx
			.updateTable('follow_up_definitions')
			.set({ removed_at: at })
			.where('chatbot', '=', chatbot.id)
			.where('removed_at', 'is', null)
			.where(
				'follow_up',
				'not in',
				chatbot.followUps.map(({ id }) => id),
			)
			.execute();
		if (source) await noteSource(tx, source, chatbot.id, at);
		return {
			...chatbot,
			activatedAt: new Date(activated_at).toISOString(),
			...(await lookMsOf(tx, chatbot.id)),
			followUps: chatbot.followUps.map((one) => ({ ...one, active: overrides.get(one.id) ?? one.active })),
		};
	});
}

/** Notes where a chatbot was read from. */
export async function noteSource(
	tx: Db,
	{ id, version, templates }: ChatbotSource,
	chatbot: string,
	at: number,
): Promise<void> {
	const present = { version, chatbot, templates_json: templatesJson(templates), updated_at: at };
	await tx
		.insertInto('chatbot_sources')
		.values({ id, ...present })
		.onConflict((conflict) => conflict.column('id').doUpdateSet(present))
		.execute();
}
