import type { Db } from '../database/db.ts';
import { isActive, readStoredDefinition, readStoredSettings } from '../chatbots/read-stored.ts';
import { requireChatbot } from './chatbots.ts';
import { LIVE } from '../database/state-conditions.ts';
import type { FollowUpFilter, ManagedFollowUp } from './types.ts';

/** The follow-ups as last registered, in the order of their workflow. Chatbots have a handful, so there are no pages. */
export async function listFollowUps(db: Db, filter: FollowUpFilter = {}): Promise<ManagedFollowUp[]> {
	if (filter.chatbot !== undefined) await requireChatbot(db, filter.chatbot);
	let query = db
		.selectFrom('follow_up_definitions')
		.selectAll()
		.orderBy('chatbot')
		.orderBy('position')
		.orderBy('follow_up');
	if (filter.chatbot !== undefined) query = query.where('chatbot', '=', filter.chatbot);
	if (!filter.withRemoved) query = query.where('removed_at', 'is', null);
	const [rows, live, badSettings] = await Promise.all([
		query.execute(),
		liveCounts(db, filter.chatbot),
		unreadableSettings(db),
	]);
	return rows
		.map((row) => {
			const read = readStoredDefinition(row);
			const active = isActive(row);
			const unreadable = 'why' in read ? read.why : badSettings.get(row.chatbot);
			return {
				...{ chatbot: row.chatbot, id: row.follow_up, name: row.name },
				...(row.colour === null ? {} : { colour: row.colour }),
				active,
				activeInWorkflow: 'value' in read && read.value.active,
				...(row.active_override === null ? {} : { activeOverride: row.active_override === 1 }),
				position: row.position,
				scheduled: live.get(JSON.stringify([row.chatbot, row.follow_up])) ?? 0,
				...('value' in read ? { definition: { ...read.value, active } } : {}),
				...(unreadable === undefined ? {} : { unreadable }),
				firstSeenAt: new Date(row.first_seen_at).toISOString(),
				updatedAt: new Date(row.updated_at).toISOString(),
				...(row.removed_at === null ? {} : { removedAt: new Date(row.removed_at).toISOString() }),
			};
		})
		.filter((one) => fits(one, filter));
}

function fits(one: ManagedFollowUp, { followUp, colour, platform, active }: FollowUpFilter): boolean {
	return (
		(followUp === undefined || one.id === followUp || one.name === followUp) &&
		(colour === undefined || one.colour === colour) &&
		(platform === undefined || one.definition?.platforms.includes(platform) === true) &&
		(active === undefined || one.active === active)
	);
}

/** What is wrong with the settings of a chatbot, by its ID: without them none of its follow-ups is sent. */
async function unreadableSettings(db: Db): Promise<Map<string, string>> {
	const chatbots = await db.selectFrom('chatbots').select(['id', 'settings_json']).execute();
	return new Map(
		chatbots.flatMap(({ id, settings_json }) => {
			const read = readStoredSettings(settings_json);
			return 'why' in read ? [[id, `settings: ${read.why}`]] : [];
		}),
	);
}

async function liveCounts(db: Db, chatbot: string | undefined): Promise<Map<string, number>> {
	let query = db
		.selectFrom('scheduled_follow_ups')
		.select(['chatbot', 'follow_up'])
		.select((row) => row.fn.countAll<number>().as('count'))
		.where(LIVE)
		.groupBy(['chatbot', 'follow_up']);
	if (chatbot !== undefined) query = query.where('chatbot', '=', chatbot);
	const rows = await query.execute();
	return new Map(rows.map((row) => [JSON.stringify([row.chatbot, row.follow_up]), Number(row.count)]));
}
