import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { AdvisedError } from '../../messaging/advised-error.ts';
import { send, type Answer } from './answer.ts';
import { handlerOf, queryOf, type Routes } from './routes.ts';

/** The intake cannot listen where it should. */
export class ListenError extends AdvisedError {
	override readonly name = 'ListenError';
}

/** Meta waits 5 seconds for an answer (Cloud API "Webhooks overview"); a sender this slow is not Meta. */
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;
/** Longer than a proxy keeps connections that it may use again: whoever closes first must be the one that asks. */
const KEEP_ALIVE_MS = 75_000;
const LOOK_MS = 1_000;
/** What is left of a refused body passes for so long, so that its sender can read the answer. */
const REST_MS = 5_000;
/** At the end: connections on which the next request may be on its way, and answers that take long. */
const LINGER_MS = 250;
const LAST_ANSWERS_MS = 8_000;

const FAULT: Answer = { status: 500, text: 'Something went wrong; please deliver it again' };

/** An HTTP server that answers what came in before it ends. */
export class HttpServer {
	private readonly server: Server;
	private readonly sockets = new Set<Socket>();
	/** Requests that are not answered yet, by connection. */
	private readonly open = new Map<Socket, number>();
	private ending = false;

	constructor(
		private readonly routes: Routes,
		private readonly fault: (error: Error) => void,
	) {
		const options = {
			...{ requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS, keepAliveTimeout: KEEP_ALIVE_MS },
			connectionsCheckingInterval: LOOK_MS,
		};
		this.server = createServer(options, (request, response) => this.serve(request, response));
		this.server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) =>
			this.serve(request, response, () => response.writeContinue()),
		);
		this.server.on('connection', (socket: Socket) => {
			this.sockets.add(socket);
			socket.once('close', () => this.sockets.delete(socket));
		});
	}

	get isEnding(): boolean {
		return this.ending;
	}

	/**
	 * Begins to listen; gives the address.
	 * @throws ListenError with what is in the way.
	 */
	async listen(host: string, port: number): Promise<string> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject).listen({ host, port }, () => {
				this.server.off('error', reject).on('error', this.fault);
				resolve();
			});
		}).catch((error: NodeJS.ErrnoException) => {
			throw listenError(error, host, port);
		});
		const { address, family, port: taken } = this.server.address() as AddressInfo;
		return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`;
	}

	/** Takes nothing new, and ends when all that came in is answered. */
	async close(): Promise<void> {
		this.ending = true;
		// Node closes idle connections at once; the next request of a busy sender is on its way on some of them.
		await sleep(LINGER_MS);
		const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
		for (const socket of this.sockets) if (!this.open.has(socket)) socket.destroy();
		const impatience = new AbortController();
		await Promise.race([
			closed,
			sleep(LAST_ANSWERS_MS, undefined, { signal: impatience.signal }).catch(() => {}),
		]);
		impatience.abort();
		for (const socket of this.sockets) socket.destroy();
		await closed;
	}

	private serve(request: IncomingMessage, response: ServerResponse, wantBody = (): void => {}): void {
		const { socket } = request;
		this.open.set(socket, (this.open.get(socket) ?? 0) + 1);
		response.once('close', () => {
			const left = (this.open.get(socket) ?? 1) - 1;
			if (left > 0) this.open.set(socket, left);
			else this.open.delete(socket);
			if (this.ending && left <= 0) socket.destroySoon();
		});
		void this.answer(request, wantBody)
			.catch((error: Error) => {
				this.fault(error);
				return FAULT;
			})
			.then((answer) => {
				send(response, answer, { last: this.ending });
				if (!request.complete) letPass(request);
			});
	}

	private async answer(request: IncomingMessage, wantBody: () => void): Promise<Answer> {
		const handler = handlerOf(this.routes, request);
		return await handler({ request, query: queryOf(request.url), wantBody });
	}
}

/** Reads on past a body that nobody wants, and gives up on one that does not end. */
function letPass(request: IncomingMessage): void {
	request.on('error', () => {}).resume();
	const patience = setTimeout(() => request.socket.destroy(), REST_MS);
	patience.unref();
	request.once('close', () => clearTimeout(patience));
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
	const WHY: Record<string, [string, string]> = {
		EADDRINUSE: [
			`Port ${port} of ${host} is taken by another program`,
			'End that program, or choose another PORT.',
		],
		EACCES: [
			`Port ${port} may not be used by this user`,
			'Choose a PORT above 1023, and let a proxy take 443.',
		],
		EADDRNOTAVAIL: [`${host} is no address of this machine`, 'Set HOST to one, 0.0.0.0 for all of them.'],
		ENOTFOUND: [
			`HOST is "${host}", which is not known`,
			'Set HOST to an address of this machine, 0.0.0.0 for all of them.',
		],
	};
	const [found, advice] = WHY[error.code ?? ''] ?? [
		`${host}:${port} cannot be listened to: ${error.message}`,
		'Choose another HOST or PORT.',
	];
	return new ListenError(found, advice, { cause: error });
}
