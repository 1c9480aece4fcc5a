import { connect, type Socket } from 'node:net';
import { waitUntil } from '../../harness/shared/wait-until.ts';

/** A connection on which a test writes what it likes. */
export class RawConnection {
	received = '';
	closed = false;
	private readonly socket: Socket;

	constructor(url: string) {
		const { hostname, port } = new URL(url);
		this.socket = connect(Number(port), hostname);
		this.socket.setEncoding('latin1').on('data', (text: string) => (this.received += text));
		this.socket.on('error', () => {}).once('close', () => (this.closed = true));
	}

	write(text: string | Buffer): void {
		this.socket.write(text);
	}

	/** The statuses that were answered up to now. */
	get statuses(): number[] {
		return [...this.received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
	}

	/** Waits until the answers, or the end of the connection, are as wanted. */
	async until(fits: (connection: this) => boolean): Promise<void> {
		await waitUntil({
			...{ what: 'the wanted answer', seconds: 60, everyMs: 10, details: () => this.received },
			probe: () => fits(this) || undefined,
		});
	}

	destroy(): void {
		this.socket.destroy();
	}
}

/** A POST as it goes over the wire. */
export const rawPost = (body: string | Buffer, headers: Record<string, string>, path = '/webhook'): string =>
	[
		`POST ${path} HTTP/1.1`,
		'Host: intake.example',
		...Object.entries({ 'Content-Length': String(Buffer.byteLength(body)), ...headers }).map(
			([name, value]) => `${name}: ${value}`,
		),
		'',
		body,
	].join('\r\n');
