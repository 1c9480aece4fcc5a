import type {
	Chatbot,
	Claim,
	DecisionModel,
	DueFollowUp,
	GraphTransport,
	Store,
} from '../../../lib/index.ts';
import type { Engine } from '../../shared/engine.ts';
import { decide } from './decide.ts';
import { nameCustomers } from './names.ts';
import { send } from './send.ts';

const LOOK_EVERY_MS = 1_000;
const NOTED_EVERY_MS = 60_000;
const LEASE_MS = 10 * 60_000;
const RETRY_MS = 30_000;
const BATCH = 50;

interface SchedulerOptions {
	engine: Engine;
	store: Store;
	/** Gives the chatbot as it is at the moment. */
	chatbot: () => Promise<Chatbot>;
	model: DecisionModel;
	transport: GraphTransport;
	/** Hears what a person should know. */
	onError: (error: Error) => void;
}

/** Finds what is due, decides and sends: what Follow-Up Due Trigger, Evaluate and Send Follow-Up do in n8n. */
export class Scheduler {
	readonly #options: SchedulerOptions;
	#timer: NodeJS.Timeout | undefined;
	#looking: Promise<void> = Promise.resolve();
	#isOn = false;
	#notedAt = -Infinity;

	constructor(options: SchedulerOptions) {
		this.#options = options;
	}

	start(): void {
		this.#isOn = true;
		this.#lookAgain();
	}

	/** Takes up nothing more, and waits for what is under way. */
	async stop(): Promise<void> {
		this.#isOn = false;
		clearTimeout(this.#timer);
		await this.#looking;
	}

	#lookAgain(): void {
		this.#timer = setTimeout(() => {
			this.#looking = this.#look().catch(this.#options.onError);
			void this.#looking.then(() => this.#isOn && this.#lookAgain());
		}, LOOK_EVERY_MS);
	}

	async #look(): Promise<void> {
		const { engine, store, transport } = this.#options;
		await nameCustomers(engine, store, transport);
		const chatbot = await this.#options.chatbot();
		const now = await store.now();
		// By the clock of the machine: the demo's may be far ahead, and each note is a commit.
		if (performance.now() - this.#notedAt > NOTED_EVERY_MS) {
			await store.noteLooks(chatbot.id, LOOK_EVERY_MS, now);
			this.#notedAt = performance.now();
		}
		await store.recoverLeases(now);
		const due = await store.claimDue({ chatbot: chatbot.id, now, limit: BATCH, leaseMs: LEASE_MS });
		if (due.length === 0) return;
		const ours = new Set(await store.takeUp(claimsOf(due), await store.now()));
		const groups = Map.groupBy(
			due.filter(({ id }) => ours.has(id)),
			({ conversation }) => conversation,
		);
		for (const group of groups.values()) await this.#handle(group as [DueFollowUp], chatbot);
	}

	async #handle(due: [DueFollowUp, ...DueFollowUp[]], chatbot: Chatbot): Promise<void> {
		const { engine, store, model, transport, onError } = this.#options;
		try {
			for (const one of await decide(engine, store, due, { chatbot, model }))
				await send(engine, store, transport, one);
		} catch (error) {
			onError(error as Error);
			const now = await store.now();
			const retryAt = new Date(now.getTime() + RETRY_MS);
			await store.release(claimsOf(due), { retryAt, countsAsAttempt: true }, now);
		}
	}
}

const claimsOf = (due: DueFollowUp[]): Claim[] =>
	due.map(({ id, lease }) => ({ id, leaseToken: lease.token }));
