const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a shell reports of a program that Ctrl-C ended. */
export const INTERRUPTED = 130;

/**
 * Ctrl-C and its like. Until `whenAsked` is called they end the script at once (its children and temporary folders go
 * with it); afterwards they only resolve the promise, so that the script can end in good order.
 */
export class Interruption {
	#listener: () => void = () => process.exit(INTERRUPTED);

	constructor() {
		// npm passes a Ctrl-C on that the terminal has already sent: it comes twice, and the second must not hurt.
		for (const signal of SIGNALS) process.on(signal, () => this.#listener());
	}

	/** Resolves when a person asks the script to end. */
	async whenAsked(): Promise<void> {
		await new Promise<void>((resolve) => (this.#listener = resolve));
	}
}
