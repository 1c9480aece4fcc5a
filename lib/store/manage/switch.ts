import { reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { transitionAll } from '../queue/transition.ts';
import { isActive, readStoredDefinition, storedActiveLimit } from '../chatbots/read-stored.ts';
import { requireChatbot } from './chatbots.ts';
import { LIVE } from '../database/state-conditions.ts';
import { RefusedError } from '../../messaging/refused-error.ts';
import type { SwitchedFollowUp } from './types.ts';

export interface FollowUpSwitch {
	chatbot: string;
	/** ID or name. */
	followUp: string;
	/** On, off, or again as the workflow has it. */
	to: 'on' | 'off' | 'asInWorkflow';
}

export interface EndedBatch {
	ended: number;
	/** Whether nothing more is left to end. */
	done: boolean;
}

/** Small enough that a message that comes in meanwhile hardly waits. */
const BATCH = 500;

/**
 * Sets the switch of a follow-up. From this moment none of it goes out; what is scheduled is ended by `endSwitchedOff`.
 * @throws RefusedError when it is not known, or when more would be active than the chatbot allows.
 */
export async function setSwitch(db: Db, { chatbot, followUp, to }: FollowUpSwitch, now: Date) {
	return await db.transaction().execute(async (tx): Promise<SwitchedFollowUp> => {
		const rows = await definitionsOf(tx, chatbot);
		const row = rows.find((one) => one.follow_up === followUp) ?? rows.find((one) => one.name === followUp);
		if (!row) throw unknownFollowUp(chatbot, followUp, rows);
		const read = readStoredDefinition(row);
		if ('why' in read && to !== 'off') throw unreadableFollowUp(row, read.why);
		const override = to === 'asInWorkflow' ? null : to === 'on' ? 1 : 0;
		const before = isActive(row);
		const active = isActive({ ...row, active_override: override });
		if (active && !before) await requireRoom(tx, chatbot, rows.filter(isActive).length);
		await tx
			.updateTable('follow_up_definitions')
			.set({ active_override: override, updated_at: now.getTime() })
			.where('chatbot', '=', chatbot)
			.where('follow_up', '=', row.follow_up)
			.execute();
		return {
			...{ chatbot, id: row.follow_up, name: row.name, active },
			activeInWorkflow: 'value' in read && read.value.active,
			...(override === null ? {} : { activeOverride: override === 1 }),
			...{ changed: active !== before, ended: 0 },
		};
	});
}

async function definitionsOf(tx: Db, chatbot: string) {
	await requireChatbot(tx, chatbot);
	return await tx
		.selectFrom('follow_up_definitions')
		.selectAll()
		.where('chatbot', '=', chatbot)
		.where('removed_at', 'is', null)
		.orderBy('position')
		// Two who switch at the same time must not exceed the limit together.
		.forNoKeyUpdate()
		.execute();
}

function unknownFollowUp(chatbot: string, followUp: string, rows: { name: string }[]): RefusedError {
	const known = rows.map(({ name }) => `"${name}"`).join(', ');
	return new RefusedError(
		`The chatbot "${chatbot}" has no follow-up "${followUp}"`,
		`Give the name or the ID of one of its follow-ups: ${known}`,
		{ code: 'followUpGone', values: { followUp } },
	);
}

/** The same words for everything that needs a follow-up which cannot be read. */
export function unreadableFollowUp({ name }: { name: string }, why: string): RefusedError {
	return new RefusedError(
		`The follow-up "${name}" cannot be read from the follow-up store: ${why}`,
		'Run its Follow-Up Evaluate once, which writes it anew; nothing of it is sent until then. If another n8n uses the same store, give both the same version of this package.',
		{ code: 'unreadable', values: { followUp: name } },
	);
}

async function requireRoom(tx: Db, chatbot: string, active: number): Promise<void> {
	const { settings_json } = await tx
		.selectFrom('chatbots')
		.select('settings_json')
		.where('id', '=', chatbot)
		.executeTakeFirstOrThrow();
	const activeLimit = storedActiveLimit(settings_json);
	if (active < activeLimit) return;
	throw new RefusedError(
		`${active} follow-ups of the chatbot are active, and at most ${activeLimit} may be`,
		'Deactivate another one first, or raise the Active Follow-Up Limit in the settings of Follow-Up Evaluate',
		{ code: 'full', values: { active, limit: activeLimit } },
	);
}

/**
 * Ends one batch of what is live of a follow-up that is switched off. What is on its way to Meta stays: what became of it
 * is told by Meta's answer. Does nothing if somebody has switched it on again.
 */
export async function endSwitchedOff(
	db: Db,
	chatbot: string,
	followUpId: string,
	now: Date,
): Promise<EndedBatch> {
	return await db.transaction().execute(async (tx) => {
		const definition = await tx
			.selectFrom('follow_up_definitions')
			.select(['follow_up', 'name', 'active_override', 'definition_json', 'removed_at'])
			.where('chatbot', '=', chatbot)
			.where('follow_up', '=', followUpId)
			.forNoKeyUpdate()
			.executeTakeFirst();
		if (!definition || (definition.removed_at === null && isActive(definition)))
			return { ended: 0, done: true };
		// The conversations first and in the order of their IDs, as everybody locks them.
		const rows = await tx
			.selectFrom('scheduled_follow_ups as scheduled')
			.innerJoin('conversations as conversation', 'conversation.id', 'scheduled.conversation_id')
			.select(['scheduled.id', 'scheduled.state'])
			.where('scheduled.chatbot', '=', chatbot)
			.where('scheduled.follow_up', '=', followUpId)
			.where(LIVE)
			.where('scheduled.state', '!=', 'sending')
			.orderBy('conversation.id')
			.limit(BATCH)
			.forNoKeyUpdate(['conversation', 'scheduled'])
			.execute();
		let ended = 0;
		for (const from of ['scheduled', 'claimed'] as const) {
			const ids = rows.filter(({ state }) => state === from).map(({ id }) => id);
			const step = { from, to: 'ended', reason: reason('definition_inactive') } as const;
			ended += (await transitionAll(tx, ids, step, now)).length;
		}
		return { ended, done: rows.length < BATCH };
	});
}
