import type { Ledger } from '../ledger.ts';

export type ModelCall = {
	id: number;
	at: string;
	ms: number;
	status: number | string;
	fault?: string;
	request: unknown;
	answer: unknown;
};

const keptCalls = 1_000;

/** Every request and answer of the model stand-in, newest last. */
export class ModelLog {
	readonly #ledger: Ledger;
	#calls: ModelCall[] = [];
	#count = 0;

	constructor(ledger: Ledger) {
		this.#ledger = ledger;
	}

	add(call: Omit<ModelCall, 'id'>): void {
		this.#count += 1;
		const entry = { id: this.#count, ...call };
		this.#calls.push(entry);
		if (this.#calls.length > keptCalls) this.#calls.shift();
		this.#ledger.tell({ type: 'model', call: entry });
	}

	list(): ModelCall[] {
		return this.#calls;
	}

	clear(): void {
		this.#calls = [];
	}
}
