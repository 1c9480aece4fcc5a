import { randomUUID } from 'node:crypto';
import { eventKey, type MessagingEvent } from '../../../messaging/messaging-event.ts';
import type { Db } from '../../database/db.ts';
import type { Dialect } from '../../database/dialect.ts';
import { partsOf } from '../../database/parts.ts';

/** An event that starts the workflow of a trigger. */
export interface NewStart {
	listener: string;
	event: MessagingEvent;
	includeRaw: boolean;
	/** The number of its row; below 1 it has none, as news of the account. */
	conversationId: number;
}

/** Keeps events until their triggers take them, and wakes those who wait for some. */
export async function keepStarts(
	tx: Db,
	dialect: Dialect,
	starts: readonly NewStart[],
	now: Date,
): Promise<void> {
	for (const part of partsOf(starts)) {
		await tx
			.insertInto('waiting_starts')
			.values(
				part.map(({ listener, event, includeRaw, conversationId }) => ({
					...{
						key: randomUUID(),
						listener,
						event: eventKey(event),
						conversation_id: conversationId > 0 ? conversationId : null,
					},
					event_json: JSON.stringify(includeRaw ? event : { ...event, raw: undefined }),
					...{ received_at: now.getTime(), lease_token: null, lease_until: null },
				})),
			)
			.execute();
	}
	if (starts.length > 0) await dialect.tellStarts(tx);
}
