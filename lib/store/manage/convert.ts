import { reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { endLive } from '../queue/end-live.ts';
import { changeConversation, type Change, type ConversationToChange } from './change-conversation.ts';
import { pastMoment } from './moments.ts';
import { RefusedError } from '../../messaging/refused-error.ts';

export interface NewConversion {
	/** When the goal was reached; left out: now. */
	reachedAt?: Date;
	value?: number;
	/** ISO 4217, e.g. COP. */
	currency?: string;
	/** What makes the same conversion recognisable when it is told twice, e.g. the number of an order. */
	reference?: string;
}

const MILLION = 1_000_000;

/** Notes that a conversation reached its goal, and ends what is scheduled in it. */
export async function markConverted(
	db: Db,
	conversation: ConversationToChange,
	conversion: NewConversion,
	now: Date,
) {
	check(conversion);
	const { value, currency, reference } = conversion;
	const at = pastMoment(conversion.reachedAt, now, 'at which the goal was reached').getTime();
	return await changeConversation(db, conversation, async (tx, row): Promise<Change> => {
		const inserted = await tx
			.insertInto('conversions')
			.values({
				conversation_id: row.id,
				at,
				value: value === undefined ? null : Math.round(value * MILLION),
				currency: currency ?? null,
				reference: reference ?? null,
			})
			.onConflict((conflict) => conflict.columns(['conversation_id', 'reference']).doNothing())
			.executeTakeFirst();
		if ((inserted.numInsertedOrUpdatedRows ?? 0n) === 0n)
			return { changed: false, note: `The conversion "${reference}" was noted before` };
		return {
			columns: { converted_at: Math.max(at, row.converted_at ?? 0) },
			// What was planned for a message after it belongs to a new story.
			ended: await endLive(tx, row.id, reason('converted'), now, { plannedBefore: { at, id: '' } }),
		};
	});
}

function check({ value, currency }: NewConversion): void {
	if (value !== undefined && !(value >= 0 && value <= Number.MAX_SAFE_INTEGER / MILLION))
		throw new RefusedError(`The value ${value} is not an amount`, 'Give a number of 0 or more', {
			code: 'badAmount',
			values: { value },
		});
	if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
		throw new RefusedError(
			`"${currency}" is not a currency code`,
			'Give the three capital letters of ISO 4217, e.g. COP, MXN or USD',
			{ code: 'badCurrency', values: { currency } },
		);
	if (value !== undefined && currency === undefined)
		throw new RefusedError('The value has no currency', 'Give its code too, e.g. COP, MXN or USD', {
			code: 'noCurrency',
		});
}
