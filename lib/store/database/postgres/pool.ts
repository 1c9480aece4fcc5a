import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient, PoolConfig } from 'pg';
import { gaveUp, unavailable } from '../unavailable.ts';

type Pg = typeof import('pg');

const CONNECT_TIMEOUT_MS = 10_000;
const INT8_OID = 20;
/** PostgreSQL's code for a statement in a transaction that has failed already (appendix A). */
const ABORTED = '25P02';

/** How long something may take, in ms. */
export interface Limits {
	/** No statement of this store takes seconds; one that hangs must not hold its locks for ever. */
	statementMs: number;
	/** So long whoever holds a row or a table is waited for; Meta delivers again what fails then. */
	lockMs: number;
	/** A process that was frozen inside a transaction loses it, so that others need not wait for its locks. */
	idleMs: number;
	/** So long an answer is waited for; it comes after the server's own limits, which tell more. */
	answerMs: number;
}

/** The limits of a transaction, as SQL. */
export function limitsAsSql({ statementMs, lockMs, idleMs }: Limits): string {
	return `set local statement_timeout = ${statementMs}; set local lock_timeout = ${lockMs}; set local idle_in_transaction_session_timeout = ${idleMs}`;
}

/** For a transaction that may take as long as it takes: a migration of a large table, and waiting for one. */
export const WITHOUT_LIMITS = 'set local statement_timeout = 0; set local lock_timeout = 0';

/**
 * A pool in the face that Kysely expects, which heals by itself when the server comes back.
 * @param where - the address without user and password, for errors.
 */
export function openPool(config: PoolConfig, where: string, limits: Limits): PostgresPool {
	// Loaded here and not at the top: n8n loads every node at start, and most users keep the embedded store.
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const pg = require('pg') as Pg;
	const pool = new pg.Pool({
		...config,
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		keepAlive: true,
		// An idle store must not keep a process from ending.
		allowExitOnIdle: true,
		application_name: 'n8n-nodes-meta-followup',
		types: { getTypeParser: typeParser(pg) },
	});
	// Without a listener a connection that breaks while nobody uses it would end n8n. The next query gets a new one.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return adapt(pool, where, limits.answerMs, async (client) => await cancel(pg, client));
}

/** Our 64-bit columns hold milliseconds and row numbers, far below 2^53: numbers, as SQLite gives them. */
function typeParser(pg: Pg): Pg['types']['getTypeParser'] {
	const parser = (oid: number, format?: 'text' | 'binary') =>
		oid === INT8_OID && format !== 'binary'
			? Number
			: (pg.types.getTypeParser(oid, format as 'text') as unknown);
	return parser as Pg['types']['getTypeParser'];
}

type Cancel = (client: PoolClient) => Promise<void>;

function adapt(pool: Pool, where: string, patienceMs: number, cancelOn: Cancel): PostgresPool {
	// The driver knows a connection by its client, so one client must always come back as the same object.
	const known = new WeakMap<PoolClient, PostgresPoolClient>();
	return {
		options: pool.options,
		end: async () => await pool.end(),
		async connect() {
			const client = await pool.connect().catch((error: unknown) => {
				throw unavailable(error, where) ?? error;
			});
			const adapted = known.get(client) ?? adaptClient(client, where, patienceMs, cancelOn);
			known.set(client, adapted);
			return adapted;
		},
	};
}

/**
 * The server's limits hold within a transaction only. A statement outside of one, and one that the network or a pooler keeps
 * from the server, is given up here.
 */
function adaptClient(
	client: PoolClient,
	where: string,
	patienceMs: number,
	cancelOn: Cancel,
): PostgresPoolClient {
	let isStuck = false;
	let isPatient = false;
	let first: unknown;
	const query = async (text: string, parameters: readonly unknown[]) => {
		if (isStuck) throw gaveUp(where, patienceMs);
		if (text === WITHOUT_LIMITS) isPatient = true;
		const limit = isPatient ? {} : { query_timeout: patienceMs };
		if (text === 'commit' || text === 'rollback') isPatient = false;
		try {
			const result = await client.query({ text, values: parameters.map(storable), ...limit });
			first = undefined;
			return result;
		} catch (error) {
			// Whoever asks on after an error hears that the transaction is over, which tells nothing of why.
			if ((error as { code?: string }).code === ABORTED && first !== undefined) throw first;
			// pg 8.23 has no other mark of it.
			isStuck = (error as Error).message === 'Query read timeout';
			if (isStuck) await cancelOn(client);
			first = isStuck ? gaveUp(where, patienceMs, error) : (unavailable(error, where) ?? error);
			throw first;
		}
	};
	const release = (destroy?: boolean) => client.release(destroy || isStuck);
	return { query, release } as unknown as PostgresPoolClient;
}

/** The part of pg's own connection that its types leave out. */
interface Canceller extends NodeJS.EventEmitter {
	connect(port: number, host: string): void;
	cancel(processID: number, secretKey: number): void;
	stream: { destroy(): void };
}

interface WithKey {
	host: string;
	port: number;
	processID: number;
	secretKey: number;
}

/** A server that does not even take this has nothing to end that we could. */
const CANCEL_TIMEOUT_MS = 2_000;

/**
 * Lets the server end what nobody waits for any more; it would wait on, and one connection after the other would be lost.
 * By the protocol and not by pg_cancel_backend: behind a pooler the process ID is the pooler's. The connection has to stay
 * until then, or the pooler does not know any more what is meant (PgBouncer 1.18).
 */
async function cancel(pg: Pg, client: PoolClient): Promise<void> {
	const { host, port, processID, secretKey } = client as unknown as WithKey;
	const connection = new pg.Connection({}) as unknown as Canceller;
	connection.on('connect', () => connection.cancel(processID, secretKey));
	// The server answers nothing and closes.
	const closed = new Promise<void>((resolve) => {
		for (const sign of ['end', 'error']) connection.on(sign, () => resolve());
	});
	connection.connect(port, host);
	await Promise.race([closed, sleep(CANCEL_TIMEOUT_MS, undefined, { ref: false })]);
	connection.stream.destroy();
}

/** PostgreSQL stores no NUL in a text; a message with one would be refused, and Meta would deliver it for days. */
function storable(value: unknown): unknown {
	return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}
