import { randomUUID } from 'node:crypto';
import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import type { OfferedTemplate } from '../../follow-up/offered-template.ts';
import { isActive, storedActiveLimit } from '../chatbots/read-stored.ts';
import type { Db } from '../database/db.ts';
import { readOfferedTemplates } from '../database/stored-json.ts';

/** A follow-up as it was filled in on the dashboard; without an ID it is a new one. */
export interface FollowUpToKeep {
	chatbot: string;
	id?: string;
	definition: Omit<FollowUpDefinition, 'id'>;
	/** Holds for the whole chatbot. */
	stopCondition: string;
}

/** What came of it; a problem is one that came up since the page was read. */
export type Kept = { id: string; name: string } | { problem: 'gone' | 'notKept' | 'taken' | 'full' };

/** What a form about the follow-ups of a chatbot has to know of it. */
export interface KeptFacts {
	/** Whether they are written on the dashboard at all. */
	keptHere: boolean;
	withoutModel: boolean;
	/** Missing as long as nothing was heard of them. */
	templates?: OfferedTemplate[];
}

export async function keptFacts(db: Db, chatbot: string): Promise<KeptFacts | undefined> {
	const row = await db.selectFrom('chatbots').selectAll().where('id', '=', chatbot).executeTakeFirst();
	if (!row) return undefined;
	const templates = readOfferedTemplates(row.templates_json);
	return {
		...{ keptHere: row.kept_here === 1, withoutModel: row.without_model === 1 },
		...(templates ? { templates } : {}),
	};
}

/** Writes a follow-up of a chatbot that is kept here. It counts for what is planned from this moment. */
export async function keepFollowUp(
	db: Db,
	{ chatbot, id, definition, stopCondition }: FollowUpToKeep,
	now: Date,
): Promise<Kept> {
	return await db.transaction().execute(async (tx): Promise<Kept> => {
		const known = await lockKept(tx, chatbot);
		if (!known) return { problem: 'notKept' };
		const rows = await tx
			.selectFrom('follow_up_definitions')
			.selectAll()
			.where('chatbot', '=', chatbot)
			.execute();
		const present = rows.filter(({ removed_at }) => removed_at === null);
		const before = present.find(({ follow_up }) => follow_up === id);
		if (id !== undefined && !before) return { problem: 'gone' };
		const others = present.filter((row) => row !== before);
		const isSame = (name: string) => name.toLowerCase() === definition.name.toLowerCase();
		if (others.some(({ name }) => isSame(name))) return { problem: 'taken' };
		const isOn = before ? isActive(before) : definition.active;
		if (!before && isOn && others.filter(isActive).length >= storedActiveLimit(known.settings_json))
			return { problem: 'full' };
		const at = now.getTime();
		// Written down anew it says itself whether it is on; a switch from before would only hide that.
		const kept = { ...definition, id: id ?? randomUUID(), active: isOn };
		const columns = {
			...{ name: kept.name, colour: kept.colour || null, definition_json: JSON.stringify(kept) },
			...{ active_override: null, updated_at: at, removed_at: null },
		};
		const position = before?.position ?? Math.max(-1, ...rows.map((row) => row.position)) + 1;
		await tx
			.insertInto('follow_up_definitions')
			.values({ chatbot, follow_up: kept.id, position, first_seen_at: at, ...columns })
			.onConflict((conflict) => conflict.columns(['chatbot', 'follow_up']).doUpdateSet(columns))
			.execute();
		await tx
			.updateTable('chatbots')
			.set({ stop_condition: stopCondition })
			.where('id', '=', chatbot)
			.execute();
		return { id: kept.id, name: kept.name };
	});
}

/** Takes a follow-up off the list; `endSwitchedOff` ends what is scheduled of it. Undefined: it is not there any more. */
export async function removeKept(
	db: Db,
	chatbot: string,
	id: string,
	now: Date,
): Promise<{ name: string } | undefined> {
	return await db.transaction().execute(async (tx) => {
		if (!(await lockKept(tx, chatbot))) return undefined;
		return await tx
			.updateTable('follow_up_definitions')
			.set({ removed_at: now.getTime(), updated_at: now.getTime() })
			.where('chatbot', '=', chatbot)
			.where('follow_up', '=', id)
			.where('removed_at', 'is', null)
			.returning('name')
			.executeTakeFirst();
	});
}

/** Two who save at the same time come one after the other. */
async function lockKept(tx: Db, chatbot: string) {
	return await tx
		.selectFrom('chatbots')
		.select('settings_json')
		.where('id', '=', chatbot)
		.where('kept_here', '=', 1)
		.forNoKeyUpdate()
		.executeTakeFirst();
}
