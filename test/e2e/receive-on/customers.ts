import { setTimeout as sleep } from 'node:timers/promises';
import { message, post } from '../trigger/deliveries.ts';

const EVERY_MS = 200;
/** Meta repeats at growing distances for days; here it comes back soon, so that the play has an end. */
const REPEAT_MS = [250, 500, 1_000];
const PEOPLE = 10;

export interface Sent {
	id: string;
	from: string;
	/** When Meta had it to deliver, in ms since 1970. */
	at: number;
	/** How often it was delivered until it was answered with 200. */
	deliveries: number;
}

/** Customers who write in turn, one message each 200 ms, with Meta's repetitions; Meta's order within one customer is kept. */
export class Customers {
	readonly sent: Sent[] = [];
	private readonly lines = new Map<string, Promise<void>>();
	private isWriting = true;
	private readonly writing: Promise<void>;

	private readonly url: string;
	private readonly name: string;

	constructor(url: string, name: string) {
		this.url = url;
		this.name = name;
		this.writing = this.write();
	}

	/** Ends the writing, and waits until each message was answered with 200. */
	async stop(): Promise<void> {
		this.isWriting = false;
		await this.writing;
		await Promise.all(this.lines.values());
	}

	private async write(): Promise<void> {
		const began = performance.now();
		for (let n = 0; this.isWriting; n++) {
			const from = `5730044${String(n % PEOPLE).padStart(5, '0')}`;
			const one: Sent = { id: `wamid.${this.name}-${n}.`, from, at: Date.now(), deliveries: 0 };
			this.sent.push(one);
			const before = this.lines.get(from) ?? Promise.resolve();
			this.lines.set(
				from,
				before.then(async () => await this.deliver(one)),
			);
			await sleep(Math.max(0, began + (n + 1) * EVERY_MS - performance.now()));
		}
	}

	private async deliver(one: Sent): Promise<void> {
		const body = message(one.from, one.id, 'Hello');
		for (;;) {
			one.deliveries++;
			const status = await post(this.url, body).then(
				(answer) => answer.status,
				() => 0,
			);
			if (status === 200) return;
			await sleep(REPEAT_MS[Math.min(one.deliveries, REPEAT_MS.length) - 1]);
		}
	}
}
