import { AdvisedError } from '../../messaging/advised-error.ts';

/** The database of the follow-up store cannot be reached or refuses us. Nothing was changed; trying again is safe. */
export class StoreUnavailableError extends AdvisedError {
	override readonly name = 'StoreUnavailableError';
}

const TRIES_AGAIN = 'Nothing is lost: the connection is tried again by itself.';

/** What PostgreSQL's own codes mean for the reader (PostgreSQL 15, appendix A). */
const SERVER_CODES: Record<string, string> = {
	'28P01': 'Correct the user or the password in the credential.',
	'28000': 'Correct the user in the credential, or let the user in by the pg_hba.conf of the server.',
	'3D000': 'Correct the name of the database in the credential, or make the database.',
	'42501':
		'Give the user the right to make a schema in the database (grant create on database … to …), or make the schema and give it to the user with all its tables (alter schema … owner to …).',
	'53300':
		'The server has no free connections: lower "Maximum Connections" in the credential, or raise max_connections of the server.',
	'53100': `Make room on the disk of the server. ${TRIES_AGAIN}`,
	'53200': `The server is out of memory: give it more, or lower max_connections and work_mem. ${TRIES_AGAIN}`,
	'25006':
		'The server takes no changes: it is a replica, or was set to read-only. Put the address of the primary server into the credential.',
	'25P03': `The server ended a transaction that stood still for a minute; n8n was frozen or out of processor time. ${TRIES_AGAIN}`,
	'55P03': `Another program holds the tables of the store, or rows of them: look in pg_stat_activity for who has been in a transaction for long, and end it. ${TRIES_AGAIN}`,
	'57014': `The server is overloaded, or was told to end the statement: look at its load, and at statement_timeout if it is shorter than 30 seconds for this user. ${TRIES_AGAIN}`,
	'57P01': `The server was stopped. ${TRIES_AGAIN}`,
	'57P02': `The server crashed. ${TRIES_AGAIN}`,
	'57P03': `The server is starting. ${TRIES_AGAIN}`,
};

const NETWORK_CODES: Record<string, string> = {
	ECONNREFUSED: `Nothing listens there: start the server, or correct host and port in the credential. ${TRIES_AGAIN}`,
	ENOTFOUND: 'The host name is not known: correct it in the credential.',
	EAI_AGAIN: `The host name cannot be resolved at the moment. ${TRIES_AGAIN}`,
	ETIMEDOUT: `The server does not answer: check the network and the firewall. ${TRIES_AGAIN}`,
	EHOSTUNREACH: `The server cannot be reached: check the network and the firewall. ${TRIES_AGAIN}`,
	ECONNRESET: `The connection broke. ${TRIES_AGAIN}`,
	EPIPE: `The connection broke. ${TRIES_AGAIN}`,
	DEPTH_ZERO_SELF_SIGNED_CERT:
		'The certificate of the server is self-signed: put its CA into the credential, or choose not to verify it.',
	SELF_SIGNED_CERT_IN_CHAIN:
		'The CA of the server is not known here: put it into the credential, or choose not to verify it.',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE:
		'The CA of the server is not known here: put it into the credential, or choose not to verify it.',
	ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the server is for another host name than the credential.',
};

/** Errors of the driver that carry no code, by their words (pg 8.23). */
const BROKEN =
	/connection terminated|not queryable|client was closed|timeout exceeded when trying to connect|connection timeout|does not support SSL/i;

/** Class 08, connection exceptions; poolers give its codes to what they cannot do. */
const CONNECTION_CLASS = '08';

/** What poolers say without a code of their own (PgBouncer 1.18; Supavisor, whose words are from its issues; 2026-11-30). */
const POOLER_WORDS: [RegExp, string][] = [
	[
		/query.wait.timeout/i,
		`The pooler has no free connection to the server: raise its pool size (default_pool_size), or end what holds its connections. ${TRIES_AGAIN}`,
	],
	[
		/no more connections allowed|max client(s| connections) reached/i,
		`The pooler takes no more clients: lower "Maximum Connections" in the credential, or raise max_client_conn of the pooler. ${TRIES_AGAIN}`,
	],
	[
		/tenant or user not found|no such user|^"\w+" authentication failed/i,
		'The pooler does not know the user: correct it in the credential. Hosts with a shared pooler want it together with the project, e.g. "postgres.abcdefgh" at Supabase.',
	],
	[
		/no such database|database ".*" does not exist/i,
		'Correct the name of the database in the credential, or make the database; a pooler has to know it too.',
	],
	[
		/server login (has been )?fail|cannot connect to server|connect failed|server conn crashed/i,
		`The pooler does not get into the server behind it; its log says why. ${TRIES_AGAIN}`,
	],
];

/** The server, or a pooler before it, did not answer in time. */
export function gaveUp(where: string, afterMs: number, cause?: unknown): StoreUnavailableError {
	return new StoreUnavailableError(
		`The follow-up store at ${where} cannot be used: no answer within ${Math.round(afterMs / 1000)} seconds`,
		`Somebody holds its tables, the server is overloaded, or a pooler has no free connection to it: look in pg_stat_activity for who waits for what. ${TRIES_AGAIN}`,
		{ cause },
	);
}

/** Tells a lost or refused connection from an error of a statement; the latter gives undefined. */
export function unavailable(error: unknown, where: string): StoreUnavailableError | undefined {
	const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
	const { code, message = String(error) } = first as { code?: string; message?: string };
	const advice =
		POOLER_WORDS.find(([words]) => words.test(message))?.[1] ??
		SERVER_CODES[code ?? ''] ??
		NETWORK_CODES[code ?? ''] ??
		(BROKEN.test(message) || code?.startsWith(CONNECTION_CLASS)
			? `The connection broke, or there is none. ${TRIES_AGAIN}`
			: undefined);
	if (advice === undefined) return undefined;
	return new StoreUnavailableError(
		`The follow-up store at ${where} cannot be used: ${message || code}`,
		advice,
		{ cause: error },
	);
}
