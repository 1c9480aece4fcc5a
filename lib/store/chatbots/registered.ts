import type { TemplateFact } from '../../follow-up/types.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery } from '../database/fixed-query.ts';
import { readTemplateFacts } from '../database/stored-json.ts';
import { lookMsFrom } from './due-trigger.ts';
import { DIFFERS, type RegisteredChatbots } from './source.ts';
import { chatbotFrom, type StoredChatbot } from './stored-chatbot.ts';

/** A chatbot with what was last heard from Meta of its templates. */
export interface RegisteredChatbot {
	chatbot: StoredChatbot;
	templates: TemplateFact[] | undefined;
}

/** Each with what is known of its node, of which the newest counts, and of the trigger that looks for what is due. */
const CHATBOTS = fixedQuery((db) =>
	db
		.selectFrom('chatbots as chatbot')
		.leftJoin('chatbot_sources as source', 'source.chatbot', 'chatbot.id')
		.leftJoin('due_triggers as trigger', 'trigger.chatbot', 'chatbot.id')
		.select(['chatbot.id', 'chatbot.stop_condition', 'chatbot.settings_json', 'chatbot.activated_at'])
		.select(['source.version', 'source.templates_json', 'trigger.every_ms', 'trigger.wait_ms'])
		.orderBy('chatbot.id')
		.orderBy('source.updated_at', 'desc'),
);

const DEFINITIONS = fixedQuery((db) =>
	db
		.selectFrom('follow_up_definitions')
		.select(['chatbot', 'follow_up', 'name', 'definition_json', 'active_override'])
		.where('removed_at', 'is', null)
		.orderBy('chatbot')
		.orderBy('position'),
);

/** The chatbots that can be planned by. One that no node tells of was registered by a program, as it is for everybody. */
export async function registeredChatbots(db: Db, { only }: RegisteredChatbots): Promise<RegisteredChatbot[]> {
	const rows = Map.groupBy(await CHATBOTS.all(db, {}), ({ id }) => id);
	if (rows.size === 0) return [];
	const definitions = Map.groupBy(await DEFINITIONS.all(db, {}), ({ chatbot }) => chatbot);
	return [...rows].flatMap(([id, [newest]]) => {
		if (!newest || newest.version === DIFFERS || (only && !only.includes(id))) return [];
		const chatbot = chatbotFrom(newest, definitions.get(id) ?? [], lookMsFrom(newest));
		return [{ chatbot, templates: readTemplateFacts(newest.templates_json) }];
	});
}
