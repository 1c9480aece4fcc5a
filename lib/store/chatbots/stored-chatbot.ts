import type { Selectable } from 'kysely';
import type { Chatbot } from '../../follow-up/definition.ts';
import { settingsSchema } from '../../follow-up/settings.ts';
import type { TemplateFact } from '../../follow-up/types.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { ChatbotsTable } from '../database/schema.ts';
import { readTemplateFacts, type Read } from '../database/stored-json.ts';
import { lookMsOf } from './due-trigger.ts';
import { isActive, readStoredDefinition, readStoredSettings, type StoredDefinition } from './read-stored.ts';

type ById = ValuesOf<{ id: string }>;

export const CHATBOT = fixedQuery((db, value: ById) =>
	db.selectFrom('chatbots').selectAll().where('id', '=', value('id')),
);

/** The follow-ups of a chatbot in the order of its list, without those that were removed from it. */
export const DEFINITIONS = fixedQuery((db, value: ById) =>
	db
		.selectFrom('follow_up_definitions')
		.select(['follow_up', 'name', 'definition_json', 'active_override'])
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
	return readTemplateFacts((await TEMPLATES.first(db, { id }))?.templates_json);
}

/** A follow-up that is left out because what the store holds of it cannot be read. */
export interface UnreadableFollowUp {
	id: string;
	name: string;
	/** What is wrong with it, field by field. */
	why: string;
}

export interface StoredChatbot extends Chatbot {
	/** Missing when all of its follow-ups can be read. */
	unreadable?: UnreadableFollowUp[];
}

/**
 * A chatbot as Follow-Up Evaluate last saw it, with what was switched on or off from outside; undefined if it never did.
 * Without its settings nobody knows when its follow-ups may go, so then all of them are left out.
 */
export async function storedChatbot(db: Db, id: string): Promise<StoredChatbot | undefined> {
	const chatbot = await CHATBOT.first(db, { id });
	if (!chatbot) return undefined;
	return chatbotFrom(chatbot, await DEFINITIONS.all(db, { id }), await lookMsOf(db, id));
}

type ChatbotRow = Pick<Selectable<ChatbotsTable>, 'id' | 'stop_condition' | 'settings_json' | 'activated_at'>;
type DefinitionRow = StoredDefinition & { active_override: number | null };

/** The same from its rows. */
export function chatbotFrom(
	{ id, stop_condition, settings_json, activated_at }: ChatbotRow,
	definitions: readonly DefinitionRow[],
	look: { lookMs?: number },
): StoredChatbot {
	const settings = readStoredSettings(settings_json);
	const followUps: Chatbot['followUps'] = [];
	const unreadable: UnreadableFollowUp[] = [];
	for (const row of definitions) {
		const read = readStoredDefinition(row);
		if ('value' in read && 'value' in settings) followUps.push({ ...read.value, active: isActive(row) });
		else unreadable.push({ id: row.follow_up, name: row.name, why: whyOf(read, settings) });
	}
	return {
		id,
		stopCondition: stop_condition,
		settings: 'value' in settings ? settings.value : settingsSchema.parse({}),
		followUps,
		activatedAt: new Date(activated_at).toISOString(),
		...look,
		...(unreadable.length > 0 ? { unreadable } : {}),
	};
}

function whyOf(definition: Read<object>, settings: Read<object>): string {
	if ('why' in definition) return definition.why;
	return 'why' in settings ? `settings: ${settings.why}` : '';
}
