import { factsOfChosen, withKnownCategories } from '../../follow-up/known-templates.ts';
import type { OfferedTemplate } from '../../follow-up/offered-template.ts';
import type { ChatbotSettings } from '../../follow-up/settings.ts';
import type { TemplateFact } from '../../follow-up/types.ts';
import type { Db } from '../database/db.ts';
import { noteSource } from './chatbots.ts';
import { isKnownSource, NOTED_EVERY_MS } from './known-chatbot.ts';
import type { ChatbotSource } from './source.ts';
import { CHATBOT, storedChatbot, type StoredChatbot } from './stored-chatbot.ts';

/** A chatbot whose follow-ups are written on the dashboard, as its node tells of it. */
export interface KeptChatbot {
	id: string;
	settings: ChatbotSettings;
	/** What the workflow is called. */
	name?: string;
	/** Rules alone decide. */
	withoutModel?: boolean;
	/** What Meta said of the templates of its account, if it could be asked. */
	templates?: { facts: TemplateFact[]; offered: OfferedTemplate[] };
}

/** A chatbot as the store holds it, and what is known of the templates that it uses. */
export interface RegisteredKept {
	chatbot: StoredChatbot;
	templates?: TemplateFact[];
}

/**
 * Remembers that the follow-ups of a chatbot are kept in the store, and gives them out. What another source wrote before
 * stays and can be edited from now on.
 */
export async function registerKept(
	db: Db,
	kept: KeptChatbot,
	now: Date,
	source?: Omit<ChatbotSource, 'templates'>,
): Promise<RegisteredKept> {
	if (!(await isNoted(db, kept, now))) await note(db, kept, now);
	const stored = (await storedChatbot(db, kept.id)) as StoredChatbot;
	if (!kept.templates) {
		if (source) await noteIfNew(db, source, kept.id, now);
		return { chatbot: stored };
	}
	const { facts } = kept.templates;
	const chatbot = { ...stored, ...withKnownCategories(stored, facts) };
	const templates = factsOfChosen(chatbot, facts);
	if (source) await noteIfNew(db, { ...source, templates }, kept.id, now);
	return { chatbot, templates };
}

async function noteIfNew(db: Db, source: ChatbotSource, chatbot: string, now: Date): Promise<void> {
	if (!(await isKnownSource(db, source, chatbot))) await noteSource(db, source, chatbot, now.getTime());
}

/** Each note is a commit, and every run would make one. */
async function isNoted(db: Db, kept: KeptChatbot, now: Date): Promise<boolean> {
	const seen = await CHATBOT.first(db, { id: kept.id });
	if (!seen || Math.abs(now.getTime() - seen.updated_at) >= NOTED_EVERY_MS) return false;
	const wanted = Object.entries(told(kept));
	return wanted.every(([column, value]) => seen[column as keyof typeof seen] === value);
}

/** What the node tells; what it does not know stays as it was. */
function told({ settings, name, withoutModel, templates }: KeptChatbot) {
	return {
		kept_here: 1,
		settings_json: JSON.stringify(settings),
		...(name === undefined ? {} : { name }),
		...(withoutModel === undefined ? {} : { without_model: withoutModel ? 1 : 0 }),
		...(templates ? { templates_json: JSON.stringify(templates.offered) } : {}),
	};
}

async function note(db: Db, kept: KeptChatbot, now: Date): Promise<void> {
	const at = now.getTime();
	const present = { ...told(kept), updated_at: at };
	await db
		.insertInto('chatbots')
		.values({ id: kept.id, stop_condition: '', activated_at: at, ...present })
		.onConflict((conflict) => conflict.column('id').doUpdateSet(present))
		.execute();
}
