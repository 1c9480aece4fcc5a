/**
 * An error that says what to do: the message tells what was found and what is allowed, `advice` what a person can do about
 * it. Every error that this package throws on purpose is one, so that all of them are shown in one way.
 */
export abstract class AdvisedError extends Error {
	constructor(
		message: string,
		/** What a person can do about it. */
		readonly advice: string,
		options?: ErrorOptions,
	) {
		super(message, options);
	}
}

/** The advice of an error that names several fields at once: its message tells of the first. */
export function withOthers(advice: string, problems: readonly string[]): string {
	const others = problems.slice(1);
	return others.length > 0 ? `${advice}. Also: ${others.join('; ')}.` : `${advice}.`;
}
