import { connect, type Socket } from 'node:net';
import { messageBody, statusBody, wire } from './bodies.ts';

/** What is sent: so many connections, each with one request under way, for so long; or at a fixed rate. */
export interface LoadOrder {
	url: string;
	connections: number;
	/** Where each kind goes on: no status and no message is sent twice. */
	statusFrom: number;
	messageFrom: number;
	startMs: number;
	/** As fast as answers come: only one kind, a number of them. */
	burst?: { kind: 'status' | 'message'; count: number };
	/** At these rates a second, for so long; whatever the answers are. */
	steady?: { statuses: number; messages: number; seconds: number };
}

export interface LoadResult {
	/** Milliseconds from when each was due to be sent to its answer. */
	latencies: number[];
	seconds: number;
	/** Answered otherwise than 200, or not at all. */
	failed: number;
	statuses: number;
	messages: number;
}

/** One connection that sends a request at a time and tells when it is answered. */
class Connection {
	private readonly socket: Socket;
	private pending: ((ok: boolean) => void) | undefined;
	private text = '';

	constructor(url: string) {
		const { hostname, port } = new URL(url);
		this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
		this.socket.setEncoding('latin1').on('data', (text: string) => this.read(text));
		for (const event of ['error', 'close']) this.socket.on(event, () => this.answered(false));
	}

	async send(bytes: Buffer): Promise<boolean> {
		return await new Promise((resolve) => {
			this.pending = resolve;
			this.socket.write(bytes);
		});
	}

	end(): void {
		this.socket.destroy();
	}

	/** An answer is complete when its head and as many bytes as that announces are there. */
	private read(text: string): void {
		this.text += text;
		const head = this.text.indexOf('\r\n\r\n');
		if (head < 0) return;
		const length = Number(/^content-length: (\d+)/im.exec(this.text)?.[1] ?? 0);
		if (this.text.length < head + 4 + length) return;
		const ok = this.text.startsWith('HTTP/1.1 200');
		this.text = '';
		this.answered(ok);
	}

	private answered(ok: boolean): void {
		const { pending } = this;
		this.pending = undefined;
		pending?.(ok);
	}
}

/** Sends what is ordered and measures the answers. */
export async function load(order: LoadOrder): Promise<LoadResult> {
	const connections = Array.from({ length: order.connections }, () => new Connection(order.url));
	const result: LoadResult = { latencies: [], seconds: 0, failed: 0, statuses: 0, messages: 0 };
	const requests = requestsOf(order, result);
	const began = performance.now();
	const one = async (connection: Connection, { bytes, dueMs }: Request): Promise<void> => {
		const late = dueMs === undefined ? 0 : began + dueMs - performance.now();
		if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
		const since = dueMs === undefined ? performance.now() : began + dueMs;
		if (!(await connection.send(bytes))) result.failed++;
		result.latencies.push(performance.now() - since);
	};
	await Promise.all(
		connections.map(async (connection) => {
			for (let next = requests.next(); !next.done; next = requests.next()) await one(connection, next.value);
		}),
	);
	result.seconds = (performance.now() - began) / 1000;
	for (const connection of connections) connection.end();
	return result;
}

interface Request {
	bytes: Buffer;
	/** When it has to be sent, from the beginning; left out: at once. */
	dueMs?: number;
}

function* requestsOf(order: LoadOrder, result: LoadResult): Generator<Request> {
	const status = (): Buffer => wire(statusBody(order.statusFrom + result.statuses++, order.startMs)).bytes;
	const message = (): Buffer => wire(messageBody(order.messageFrom + result.messages++, order.startMs)).bytes;
	if (order.burst) {
		const next = order.burst.kind === 'status' ? status : message;
		// Made before the clock runs.
		const all = Array.from({ length: order.burst.count }, next);
		for (const bytes of all) yield { bytes };
	}
	if (!order.steady) return;
	const { statuses, messages, seconds } = order.steady;
	const perSecond = statuses + messages;
	for (let place = 0; place < perSecond * seconds; place++) {
		const isMessage =
			Math.floor((place * messages) / perSecond) !== Math.floor(((place + 1) * messages) / perSecond);
		yield { bytes: isMessage ? message() : status(), dueMs: (place * 1000) / perSecond };
	}
}

// Run as a process of its own, so that it does not share a thread with what it measures: the order comes as an argument.
if (process.argv[1] === import.meta.filename)
	console.log(JSON.stringify(await load(JSON.parse(process.argv[2] ?? '{}') as LoadOrder)));
