import type { Chatbot, FollowUpDefinition } from '../../follow-up/definition.ts';
import { readStoredSettings } from '../../follow-up/settings.ts';
import type { TemplateFact } from '../../follow-up/types.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';

type ById = ValuesOf<{ id: string }>;

export const CHATBOT = fixedQuery((db, value: ById) =>
	db.selectFrom('chatbots').selectAll().where('id', '=', value('id')),
);

/** The follow-ups of a chatbot in the order of its list, without those that were removed from it. */
export const DEFINITIONS = fixedQuery((db, value: ById) =>
	db
		.selectFrom('follow_up_definitions')
		.select(['follow_up', 'definition_json', 'active_override'])
		.where('chatbot', '=', value('id'))
		.where('removed_at', 'is', null)
		.orderBy('position'),
);

const TEMPLATES = fixedQuery((db, value: ById) =>
	db
		.selectFrom('chatbot_sources')
		.select('templates_json')
		.where('chatbot', '=', value('id'))
		.orderBy('updated_at', 'desc')
		.limit(1),
);

/** What Follow-Up Evaluate last heard from Meta of a chatbot's templates; undefined if it could not ask. */
export async function storedTemplates(db: Db, id: string): Promise<TemplateFact[] | undefined> {
	const known = (await TEMPLATES.first(db, { id }))?.templates_json;
	return known ? (JSON.parse(known) as TemplateFact[]) : undefined;
}

/** A chatbot as Follow-Up Evaluate last saw it, with what was switched on or off from outside; undefined if it never did. */
export async function storedChatbot(db: Db, id: string): Promise<Chatbot | undefined> {
	const chatbot = await CHATBOT.first(db, { id });
	if (!chatbot) return undefined;
	const definitions = await DEFINITIONS.all(db, { id });
	return {
		id,
		stopCondition: chatbot.stop_condition,
		settings: readStoredSettings(chatbot.settings_json),
		followUps: definitions.map(({ definition_json, active_override }) => {
			const kept = JSON.parse(definition_json) as FollowUpDefinition;
			return {
				...kept,
				anchor: kept.anchor ?? 'customer',
				active: active_override === null ? kept.active : active_override === 1,
			};
		}),
		activatedAt: new Date(chatbot.activated_at).toISOString(),
	};
}
