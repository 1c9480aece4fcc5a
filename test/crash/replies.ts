import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../simulation/chance.ts';
import type { Person } from './prefill.ts';
import type { CrashSandbox } from './sandbox.ts';

const TEXT = 'And on Friday?';
const MOST_AT_ONCE = 3;
const UNDER_WAY_MS = 250;
/** Of all customers so many may write; the others keep the kills busy with sending. */
const SHARE = 0.3;

/** Customers who write at the very moment of a kill. Meta's stand-in delivers again what was not answered with 200. */
export class Replies {
	readonly writers: Person[] = [];
	readonly #left: Person[];
	readonly #sandbox: CrashSandbox;
	readonly #chance: Chance;

	constructor(sandbox: CrashSandbox, people: Person[], chance: Chance) {
		this.#sandbox = sandbox;
		this.#chance = chance;
		this.#left = people.filter(() => chance.happens(SHARE));
	}

	/** Some customers write; returns when their webhooks are under way, not when they are answered. */
	async write(): Promise<void> {
		const now = this.#left.splice(0, this.#chance.between(1, MOST_AT_ONCE));
		this.writers.push(...now);
		await Promise.all(
			now.map(async ({ customer }) => {
				await this.#sandbox.call('POST', `/customers/${customer}/messages`, { text: TEXT });
			}),
		);
		await sleep(this.#chance.between(0, UNDER_WAY_MS));
	}

	/** Whether a message of a transcript is such a reply. */
	isReply({ text }: { text?: string }): boolean {
		return text === TEXT;
	}
}
