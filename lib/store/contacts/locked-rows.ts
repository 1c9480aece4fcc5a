import { fixedListQuery, fixedQuery, places, type ItemsOf, type ValuesOf } from '../database/fixed-query.ts';
import type { Address } from './aliases.ts';

/** Conversations by any of the IDs of their contacts at one account, each with the ID that leads to it; locked. */
export const BY_ANY_ID = fixedListQuery(
	(db, length, item: ItemsOf<{ alias: string }>, value: ValuesOf<Address>) =>
		db
			.selectFrom('contact_aliases as alias')
			.innerJoin('conversations as conversation', 'conversation.id', 'alias.conversation_id')
			.selectAll('conversation')
			.select('alias.alias')
			.where('alias.channel', '=', value('channel'))
			.where('alias.account', '=', value('account'))
			.where(
				'alias.alias',
				'in',
				places(length, (place) => item(place, 'alias')),
			)
			// Two deliveries of one conversation at the same moment must not overwrite what the other one wrote; the order, because
			// two that both find the same two conversations would otherwise wait for each other in a circle.
			.orderBy('conversation.id')
			.forNoKeyUpdate('conversation'),
	{ mayRepeat: true },
);

/** A conversation by its number in this store; locked. */
export const BY_ID = fixedQuery((db, value: ValuesOf<{ id: number }>) =>
	db.selectFrom('conversations').selectAll().where('id', '=', value('id')).forNoKeyUpdate(),
);
