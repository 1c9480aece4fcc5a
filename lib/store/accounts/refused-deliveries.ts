import type { Channel } from '../../messaging/channel.ts';
import type { AppLabel } from '../../messaging/signing-app.ts';
import type { Db } from '../database/db.ts';
import { partsOf } from '../database/parts.ts';
import type { RefusalCause } from '../database/schema.ts';

/** What was refused; the account and who signed only with `other_app`. */
export interface Refusal {
	cause: RefusalCause;
	channel?: Channel;
	account?: string;
	/** The app that signed it. */
	by?: AppLabel;
}

/** How often something was refused. */
export interface RefusedDeliveries extends Refusal {
	count: number;
	lastAt: string;
	/** With `other_app`: the app that the account belongs to now, if it belongs to one. */
	owner?: AppLabel;
}

const HOUR_MS = 3_600_000;

/** Adds to the counts of the hour; see `RefusalBook`, which keeps a flood from writing per request. */
export async function noteRefused(
	db: Db,
	refused: readonly (Refusal & { count: number })[],
	now: Date,
): Promise<void> {
	const at = now.getTime();
	const rows = refused.map(({ cause, channel, account = '', by, count }) => ({
		...{ hour: at - (at % HOUR_MS), cause, channel: channel ?? ('' as const), account, count, last_at: at },
		...{ app_id: by?.appId ?? null, app_name: by?.name ?? null },
	}));
	for (const some of partsOf(rows))
		await db
			.insertInto('refused_deliveries')
			.values(some)
			.onConflict((conflict) =>
				conflict.columns(['hour', 'cause', 'channel', 'account']).doUpdateSet((row) => ({
					count: row('refused_deliveries.count', '+', row.ref('excluded.count')),
					last_at: row.ref('excluded.last_at'),
					app_id: row.ref('excluded.app_id'),
					app_name: row.ref('excluded.app_name'),
				})),
			)
			.execute();
}

/** What was refused since a moment (by the hour it lies in), summed up by cause and account; the most frequent first. */
export async function refusedDeliveries(db: Db, since: Date): Promise<RefusedDeliveries[]> {
	const rows = await db
		.selectFrom('refused_deliveries as refused')
		.leftJoin('account_apps as owner', (join) =>
			join.onRef('owner.channel', '=', 'refused.channel').onRef('owner.account', '=', 'refused.account'),
		)
		.selectAll('refused')
		.select(['owner.app_id as owner_id', 'owner.app_name as owner_name', 'owner.bound_at as owned_since'])
		.where('refused.hour', '>=', since.getTime() - (since.getTime() % HOUR_MS))
		.orderBy('refused.last_at', 'desc')
		.execute();
	const groups = Map.groupBy(rows, (row) => JSON.stringify([row.cause, row.channel, row.account]));
	return [...groups.values()]
		.map((group) => {
			const newest = group[0] as (typeof rows)[number];
			const { cause, channel, account, app_id, app_name, owner_id, owner_name, owned_since } = newest;
			return {
				...{ cause, count: group.reduce((sum, { count }) => sum + count, 0) },
				lastAt: new Date(newest.last_at).toISOString(),
				...(channel === '' ? {} : { channel, account, by: label(app_id, app_name) }),
				...(owned_since === null ? {} : { owner: label(owner_id, owner_name) }),
			};
		})
		.sort((one, other) => other.count - one.count);
}

function label(appId: string | null, name: string | null): AppLabel {
	return { ...(appId === null ? {} : { appId }), ...(name === null ? {} : { name }) };
}
