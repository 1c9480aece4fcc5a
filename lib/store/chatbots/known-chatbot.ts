import type { Chatbot } from '../../follow-up/definition.ts';
import type { ChatbotSource } from './source.ts';
import { lookMsOf } from './due-trigger.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import { withSteadyIds } from './steady-ids.ts';
import { CHATBOT, DEFINITIONS } from './stored-chatbot.ts';

/** When a chatbot was last seen is noted this often; each note is a commit, some 5 ms of disk, and every run would make one. */
export const NOTED_EVERY_MS = 3_600_000;

const SOURCE = fixedQuery((db, value: ValuesOf<{ id: string }>) =>
	db.selectFrom('chatbot_sources').selectAll().where('id', '=', value('id')),
);

/** A chatbot with what the store adds to it, if it stands there as it is and was seen lately; otherwise undefined. */
export async function knownAsIs(
	db: Db,
	given: Chatbot,
	now: Date,
	source?: ChatbotSource,
): Promise<Chatbot | undefined> {
	const { id } = given;
	const seen = await CHATBOT.first(db, { id });
	const isSame =
		seen?.stop_condition === given.stopCondition &&
		seen.settings_json === JSON.stringify(given.settings) &&
		seen.kept_here !== 1 &&
		(source?.name === undefined || seen.name === source.name);
	if (!isSame || Math.abs(now.getTime() - seen.updated_at) >= NOTED_EVERY_MS) return undefined;
	if (source && !(await isKnownSource(db, source, id))) return undefined;

	const definitions = await DEFINITIONS.all(db, { id });
	const chatbot = withSteadyIds(given, definitions);
	const areSame =
		definitions.length === chatbot.followUps.length &&
		chatbot.followUps.every((one, place) => {
			const { follow_up, definition_json } = definitions[place] as (typeof definitions)[number];
			return follow_up === one.id && definition_json === JSON.stringify(one);
		});
	if (!areSame) return undefined;
	return {
		...chatbot,
		activatedAt: new Date(seen.activated_at).toISOString(),
		...(await lookMsOf(db, id)),
		followUps: chatbot.followUps.map((one, place) => {
			const override = definitions[place]?.active_override ?? null;
			return { ...one, active: override === null ? one.active : override === 1 };
		}),
	};
}

/** Text of what was heard of the templates, as it is kept and compared. */
export function templatesJson(templates: ChatbotSource['templates']): string | null {
	return templates ? JSON.stringify(templates) : null;
}

export async function isKnownSource(db: Db, source: ChatbotSource, chatbot: string): Promise<boolean> {
	const seen = await SOURCE.first(db, { id: source.id });
	return (
		seen?.version === source.version &&
		seen.chatbot === chatbot &&
		seen.templates_json === templatesJson(source.templates)
	);
}
