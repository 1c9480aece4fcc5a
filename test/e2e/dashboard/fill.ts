import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asNow } from '../../../lib/store/database/now.ts';
import { loadEngine } from '../../../harness/shared/engine.ts';
import { fillEnded } from './ended-rows.ts';
import { inserter } from './insert.ts';
import { fillCustomer, fillLive } from './live-rows.ts';
import type { Sentence } from './rows.ts';
import {
	ACCOUNT,
	CHATBOT,
	DAY_MS,
	EARLIER,
	ENDED,
	FOLLOW_UPS,
	HOUR_MS,
	KEPT,
	OFFERED,
	PAUSED_ACCOUNT,
	SCHEDULED,
} from './sample.ts';

/** Fills a new store: definitions through the engine, thousands of rows straight into the tables. */
export async function fillStore(userFolder: string): Promise<string> {
	const file = join(userFolder, '.n8n', 'meta-followup.sqlite');
	const { openStore, parseChatbot, parseSettings, reason } = await loadEngine();
	const store = await openStore({ kind: 'sqlite', file });
	const now = asNow(new Date());
	await store.registerChatbot(
		parseChatbot({
			id: CHATBOT,
			stopCondition:
				'Detener cuando el cliente confirma la cita, la cancela o dice que ya no está interesado',
			settings: { timeZone: 'America/Bogota', holdOutPercent: 10, activeLimit: 5 },
			followUps: FOLLOW_UPS.map((one) => ({ ...one })),
		}),
		asNow(new Date(now.getTime() - 60 * DAY_MS)),
	);
	// What a run of its node would have heard from Meta; the name comes with the publication.
	await store.registerKept(
		{
			id: KEPT.id,
			settings: parseSettings({ timeZone: 'America/Bogota' }),
			templates: { facts: [], offered: OFFERED },
		},
		now,
	);
	await store.pauseAccount(
		{ channel: 'instagram', account: PAUSED_ACCOUNT },
		{
			code: 190,
			reason:
				'The access token is not valid any more (code 190). Open the Meta Messaging API credential, put in a valid token and test it',
		},
		now,
	);
	await store.close();
	const database = new DatabaseSync(file);
	database.exec('begin');
	const insert = inserter(database);
	const sentence: Sentence = (code) => reason(code).sentence;
	const time = now.getTime();
	for (let n = 1; n <= SCHEDULED; n++) fillCustomer(insert, n, time - (n % 20) * HOUR_MS);
	for (let n = 1; n <= EARLIER; n++) fillCustomer(insert, SCHEDULED + n, time - 40 * DAY_MS);
	for (let n = 1; n <= SCHEDULED; n++) fillLive(insert, n, time, sentence);
	for (let n = 1; n <= ENDED; n++) fillEnded(insert, n, time, sentence);
	// What was sent in the last weeks may all lie before the first of this month.
	insert('message_costs', {
		...{ message_id: 'out.today', channel: 'whatsapp', account: ACCOUNT, scheduled_id: null, at: time },
		...{ currency: 'USD', estimate_low: 12_500, estimate_high: 12_500, actual: 12_500 },
	});
	database.exec('commit');
	database.exec('analyze');
	database.close();
	return file;
}
