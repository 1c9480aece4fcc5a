import type { Chatbot } from '../../follow-up/definition.ts';
import type { Db } from '../database/db.ts';
import { readStoredDefinition } from './read-stored.ts';
import { DEFINITIONS } from './stored-chatbot.ts';
import type { ChatbotSource } from './source.ts';

type FollowUp = Chatbot['followUps'][number];
/** A follow-up as the store knows it, in the order of its list. */
type Known = Awaited<ReturnType<typeof DEFINITIONS.all>>[number];

/**
 * Gives follow-ups that bring no ID of their own the one they had before. Without it their ID is their name, and a corrected
 * name would end all that is pending and begin the statistics anew. They are known by their name, and where one may have been
 * renamed, after that by their place: another name there, with the same text or description, is an edit.
 */
export function withSteadyIds(chatbot: Chatbot, known: readonly Known[], canBeRenamed = false): Chatbot {
	if (known.length === 0 || chatbot.followUps.every(hasOwnId)) return chatbot;
	const ids = steadyIds(chatbot.followUps, known, canBeRenamed);
	return {
		...chatbot,
		followUps: chatbot.followUps.map((one, place) => ({ ...one, id: ids[place] as string })),
	};
}

/** The same as it is to be stored: what is renamed in the only node that writes this chatbot keeps its ID. */
export async function withIdsThroughRenames(
	tx: Db,
	chatbot: Chatbot,
	source?: ChatbotSource,
): Promise<Chatbot> {
	const known = await DEFINITIONS.all(tx, { id: chatbot.id });
	const canBeRenamed =
		known.length === chatbot.followUps.length &&
		source !== undefined &&
		!(await isWrittenElsewhere(tx, chatbot.id, source));
	return withSteadyIds(chatbot, known, canBeRenamed);
}

const hasOwnId = ({ id, name }: FollowUp): boolean => id !== name;

function steadyIds(followUps: FollowUp[], known: readonly Known[], canBeRenamed: boolean): string[] {
	const ids = followUps.map((one) => (hasOwnId(one) ? one.id : undefined));
	const isTaken = (id: string): boolean => ids.includes(id);
	const take = (idOf: (one: FollowUp, place: number) => string | undefined): void => {
		for (const [place, one] of followUps.entries()) {
			const id = ids[place] === undefined ? idOf(one, place) : undefined;
			if (id !== undefined && !isTaken(id)) ids[place] = id;
		}
	};
	take(({ name }) => known.find((one) => one.name === name)?.follow_up);
	if (canBeRenamed)
		take((one, place) => (isSameButForName(one, known[place]) ? known[place]?.follow_up : undefined));
	// A new one whose name is the ID of another, which has been renamed since.
	take(({ name }) => [name, ...followUps.map((_one, n) => `${name} (${n + 2})`)].find((id) => !isTaken(id)));
	return ids as string[];
}

function isSameButForName({ description, message }: FollowUp, known: Known | undefined): boolean {
	const read = known && readStoredDefinition(known);
	if (!read || !('value' in read)) return false;
	return read.value.description === description || (!!message && read.value.message === message);
}

/** With two nodes that write one chatbot nobody knows which of them renamed something. */
async function isWrittenElsewhere(db: Db, chatbot: string, source: ChatbotSource): Promise<boolean> {
	const other = await db
		.selectFrom('chatbot_sources')
		.select('id')
		.where('chatbot', '=', chatbot)
		.where('id', '!=', source.id)
		.limit(1)
		.executeTakeFirst();
	return other !== undefined;
}
