import { Complaints } from './complaints.ts';
import { answerHandshake, refuseUnsigned, takeDelivery, type WebhookParts } from './delivery.ts';
import type { Answer } from './http/answer.ts';
import { BodyReader, refuseLarge } from './http/read-body.ts';
import { asRecord, type Handler, type Routes } from './http/routes.ts';
import { HttpServer } from './http/server.ts';
import { Recorder } from './record.ts';
import { RefusalBook } from '../store/accounts/refusal-book.ts';
import type { IngestOptions } from '../store/ingest/index.ts';
import type { Store } from '../store/store.ts';

/** What receives Meta's webhooks. */
export interface Intake {
	/** Where it listens, e.g. `http://127.0.0.1:5680`. */
	address: string;
	/** Answers what came in, then ends. */
	stop(): Promise<void>;
}

/** A store that may not be there at the moment. */
export interface StoreAccess {
	/** @throws StoreUnavailableError while it is not open. */
	get(): Store;
	/** Whether a transaction can be begun and ended now. */
	isReady(): Promise<boolean>;
}

/** What is served, whether in a process of its own or inside n8n. */
export interface Served extends Pick<WebhookParts, 'apps' | 'verifyTokens' | 'names' | 'samples'> {
	host: string;
	/** 0: any free one. */
	port: number;
	ingest: Omit<IngestOptions, 'listener' | 'ownAppIds'>;
}

/** Deliveries that wait to be recorded; more would be answered too late for Meta to hear it, and fill the memory. */
const MOST_WAITING = 5_000;
const TOO_MANY: Answer = {
	status: 503,
	text: 'Too many deliveries wait to be recorded; please deliver it again',
	headers: { 'retry-after': '1' },
};

/**
 * Listens for Meta's webhooks.
 * @throws AdvisedError when it cannot listen.
 */
export async function serve(
	served: Served,
	store: StoreAccess,
	log: (line: string) => void,
): Promise<Intake> {
	const refusals = new RefusalBook((error) => log(`What was refused could not be counted: ${error.message}`));
	const server: HttpServer = new HttpServer(
		routesFor(served, store, { log, refusals }, () => server.isEnding),
		(error) => log(`Something went wrong: ${error.stack ?? error.message}`),
	);
	const address = await server.listen(served.host, served.port);
	return {
		address,
		async stop() {
			await server.close();
			await refusals.write(() => store.get());
		},
	};
}

function routesFor(
	{ apps, verifyTokens, names, samples, ingest }: Served,
	store: StoreAccess,
	{ log, refusals }: { log: (line: string) => void; refusals: RefusalBook },
	isEnding: () => boolean,
): Routes {
	const complaints = new Complaints(log);
	const recorder = new Recorder(() => store.get(), ingest, log);
	const webhook: WebhookParts = {
		...{ apps, verifyTokens, names, complaints, ...(samples ? { samples } : {}) },
		record: async (events, app) => await recorder.record(events, app),
		refused: (refusal) => refusals.note(refusal, () => store.get()),
	};
	const bodies = new BodyReader();
	const alive: Handler = () => ({ status: 200, text: 'OK' });
	const ready: Handler = async () => {
		if (isEnding()) return { status: 503, text: 'The intake is ending' };
		return (await store.isReady())
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
