import type { KnownFollowUp } from '../../statistics/statistics-from.ts';
import type { Scope } from '../../statistics/count.ts';
import type { Db } from '../database/db.ts';

/** The follow-ups that were ever defined, in the order of their chatbots' lists. */
export async function knownFollowUps(
	db: Db,
	{ chatbot, followUpId }: Pick<Scope, 'chatbot' | 'followUpId'>,
): Promise<KnownFollowUp[]> {
	let query = db
		.selectFrom('follow_up_definitions')
		.select(['chatbot', 'follow_up', 'name', 'colour', 'removed_at'])
		.orderBy('chatbot')
		.orderBy('position');
	if (chatbot !== undefined) query = query.where('chatbot', '=', chatbot);
	if (followUpId !== undefined)
		query = query.where((is) => is.or([is('follow_up', '=', followUpId), is('name', '=', followUpId)]));
	const rows = await query.execute();
	return rows.map(({ follow_up, colour, removed_at, ...row }) => ({
		...{ ...row, followUpId: follow_up, removed: removed_at !== null },
		...(colour === null ? {} : { colour }),
	}));
}
