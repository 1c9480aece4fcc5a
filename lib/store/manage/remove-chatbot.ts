import type { Db } from '../database/db.ts';
import { RefusedError } from '../../messaging/refused-error.ts';
import { isPublished, looksOf } from '../chatbots/due-trigger.ts';

/** What is taken off the list; its follow-ups are ended by `endSwitchedOff`, and then nothing of it is left. */
export interface ChatbotToRemove {
	name: string;
	followUps: string[];
}

/**
 * Begins to remove a chatbot: from this moment nothing is planned by it. Undefined: it is not there any more.
 * @throws RefusedError while its workflow is published, which would register it anew.
 */
export async function beginRemoveChatbot(
	db: Db,
	id: string,
	now: Date,
): Promise<ChatbotToRemove | undefined> {
	return await db.transaction().execute(async (tx) => {
		const chatbot = await tx
			.selectFrom('chatbots')
			.select('name')
			.where('id', '=', id)
			.forNoKeyUpdate()
			.executeTakeFirst();
		if (!chatbot) return undefined;
		const name = chatbot.name ?? id;
		const looks = (await looksOf(tx, id)).get(id);
		if (isPublished(looks ?? {}, now) === true)
			throw new RefusedError(
				`The workflow of the chatbot "${name}" is published`,
				'Unpublish it first; removed now it would be there again with the next message',
				{ code: 'published', values: { chatbot: name } },
			);
		await tx
			.updateTable('follow_up_definitions')
			.set({ removed_at: now.getTime() })
			.where('chatbot', '=', id)
			.where('removed_at', 'is', null)
			.execute();
		await tx.deleteFrom('chatbot_sources').where('chatbot', '=', id).execute();
		const followUps = await tx
			.selectFrom('follow_up_definitions')
			.select('follow_up')
			.where('chatbot', '=', id)
			.execute();
		return { name, followUps: followUps.map(({ follow_up }) => follow_up) };
	});
}

/** Deletes what is left of a chatbot; what was sent by it stays in the log and the statistics. */
export async function finishRemoveChatbot(db: Db, id: string): Promise<void> {
	await db.transaction().execute(async (tx) => {
		await tx.deleteFrom('follow_up_definitions').where('chatbot', '=', id).execute();
		await tx.deleteFrom('due_triggers').where('chatbot', '=', id).execute();
		await tx.deleteFrom('chatbots').where('id', '=', id).execute();
	});
}
