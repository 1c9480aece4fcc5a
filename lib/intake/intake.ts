import { setTimeout as sleep } from 'node:timers/promises';
import { Complaints } from './complaints.ts';
import { answerHandshake, refuseUnsigned, takeDelivery, type WebhookParts } from './delivery.ts';
import type { Answer } from './http/answer.ts';
import { BodyReader, refuseLarge } from './http/read-body.ts';
import { asRecord, type Handler, type Routes } from './http/routes.ts';
import { HttpServer } from './http/server.ts';
import { Recorder } from './record.ts';
import type { IntakeSettings } from './settings.ts';
import { StoreConnection } from './store-connection.ts';
import { AdvisedError } from '../messaging/advised-error.ts';

/** A running intake. */
export interface Intake {
	/** Where it listens, e.g. `http://127.0.0.1:5680`. */
	address: string;
	/** Answers what came in, then ends. */
	stop(): Promise<void>;
}

/** A server that is there answers at once; one behind a firewall never. */
const SERVER_MS = 3_000;

/** SQLite writes one transaction at a time; with a server, this process works for one while the server works for another. */
const LANES = { sqlite: 1, postgres: 2 };

/** Deliveries that wait to be recorded; more would be answered too late for Meta to hear it, and fill the memory. */
const MOST_WAITING = 5_000;
const TOO_MANY: Answer = {
	status: 503,
	text: 'Too many deliveries wait to be recorded; please deliver it again',
	headers: { 'retry-after': '1' },
};

/**
 * Receives webhooks of Meta without n8n: checks, records and plans them, and answers when they are on the disk.
 * @param log is told what a person should know, a line at a time.
 * @throws AdvisedError when it cannot listen, or a file cannot be the store. A server that is not there yet is waited for.
 */
export async function startIntake(settings: IntakeSettings, log: (line: string) => void): Promise<Intake> {
	const connection = new StoreConnection(settings.store, log);
	try {
		await judgeStore(connection, settings, log);
		const server: HttpServer = new HttpServer(
			routesFor(settings, connection, log, () => server.isEnding),
			(error) => log(`Something went wrong: ${error.stack ?? error.message}`),
		);
		const address = await server.listen(settings.host, settings.port);
		return {
			address,
			async stop() {
				await server.close();
				await connection.close();
			},
		};
	} catch (error) {
		await connection.close();
		throw error;
	}
}

/** What a file is can be judged at once; a server may be starting, and is not waited for longer than a moment. */
async function judgeStore(
	{ firstTry }: StoreConnection,
	{ store }: IntakeSettings,
	log: (line: string) => void,
): Promise<void> {
	if (store.kind === 'sqlite') {
		const failed = await firstTry;
		if (failed) throw failed;
		return;
	}
	const judged = firstTry.then((failed) => {
		if (!failed) return;
		const advice = failed instanceof AdvisedError ? ` ${failed.advice}` : '';
		log(`${failed.message}.${advice} Deliveries are answered 503 until it is there.`);
	});
	await Promise.race([judged, sleep(SERVER_MS, undefined, { ref: false })]);
}

function routesFor(
	{ appSecrets, verifyToken, chatbots, store }: IntakeSettings,
	connection: StoreConnection,
	log: (line: string) => void,
	isEnding: () => boolean,
): Routes {
	const complaints = new Complaints(log);
	const planBy = chatbots ? { only: chatbots } : {};
	const recorder = new Recorder(() => connection.get(), planBy, log, LANES[store.kind]);
	const webhook: WebhookParts = {
		...{ appSecrets, verifyToken, complaints },
		record: async (events) => await recorder.record(events),
	};
	const bodies = new BodyReader();
	const alive: Handler = () => ({ status: 200, text: 'OK' });
	const ready: Handler = async () => {
		if (isEnding()) return { status: 503, text: 'The intake is ending' };
		return (await connection.isReady())
			? { status: 200, text: 'OK' }
			: { status: 503, text: 'The follow-up store cannot be used at the moment' };
	};
	const deliver: Handler = async ({ request, wantBody }) => {
		const refused = refuseLarge(request) ?? refuseUnsigned(webhook, request.headers);
		if (refused) return refused;
		if (recorder.waiting >= MOST_WAITING) return TOO_MANY;
		wantBody();
		const body = await bodies.read(request);
		return Buffer.isBuffer(body) ? await takeDelivery(webhook, request.headers, body) : body;
	};
	return {
		'/webhook': { GET: ({ query }) => answerHandshake(webhook, asRecord(query)), POST: deliver },
		'/healthz': { GET: alive, HEAD: alive },
		'/readyz': { GET: ready, HEAD: ready },
	};
}
