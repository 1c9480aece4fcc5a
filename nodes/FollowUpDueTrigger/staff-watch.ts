import type { IDataObject, INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';
import { staffEventItem, type Now, type StaffEvent, type Store } from '../../lib/index.ts';

const HOUR_MS = 3_600_000;
/** What is older is told to nobody, when this is switched on or n8n was down for longer. */
const LOOK_BACK_MS = 72 * HOUR_MS;
/** Nobody waits for it by the second, and each look asks the database. */
const EVERY_MS = 60_000;
const AT_ONCE = 50;
const LEASE_MS = 10 * 60_000;

/** Starts executions with what people of the business are to know; never a message to the customer. */
export class StaffWatch {
	readonly #context: ITriggerFunctions;
	readonly #chatbot: string;
	readonly #watched: { type: StaffEvent['type']; afterMs: number; from?: Date }[];
	#nextAt = 0;

	constructor(
		context: ITriggerFunctions,
		options: { chatbot: string; gaveUpAfterHours: number; customerWaitingHours: number },
	) {
		this.#context = context;
		this.#chatbot = options.chatbot;
		const hours = [
			{ type: 'gave_up' as const, afterMs: options.gaveUpAfterHours * HOUR_MS },
			{ type: 'customer_waiting' as const, afterMs: options.customerWaitingHours * HOUR_MS },
		];
		this.#watched = hours.filter(({ afterMs }) => afterMs > 0);
	}

	/** Starts an execution if there is something to tell. */
	async look(store: Store, now: Now): Promise<void> {
		if (this.#watched.length === 0 || now.getTime() < this.#nextAt) return;
		this.#nextAt = now.getTime() + EVERY_MS;
		const chatbot = this.#chatbot;
		for (const one of this.#watched) {
			const { type, afterMs, from = new Date(now.getTime() - afterMs - LOOK_BACK_MS) } = one;
			one.from = await store.findStaffEvents({ type, chatbot, afterMs, from, now });
		}
		const events = await store.claimStaffEvents({ chatbot, now, limit: AT_ONCE, leaseMs: LEASE_MS });
		if (events.length > 0) this.#start(events, store, now);
	}

	#start(events: StaffEvent[], store: Store, now: Now): void {
		const done = this.#context.helpers.createDeferredPromise<IRun>();
		const claims = events.map(({ claim }) => claim);
		// However it ended, n8n shows it; what never ended is handed out again.
		done.promise
			.then(async () => await store.staffEventsTold(claims, await store.now()))
			.catch((error: Error) =>
				this.#context.logger.warn(`What the staff was told may be told again: ${error.message}`),
			);
		this.#context.emit([[], events.map((event) => toItem(event, now))], undefined, done);
	}
}

function toItem(event: StaffEvent, now: Date): INodeExecutionData {
	return { json: staffEventItem(event, now) as unknown as IDataObject };
}
