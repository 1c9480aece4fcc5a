/** What was asked for cannot be done, because of what was given or how things stand. Nothing was changed. */
export class RefusedError extends Error {
	override readonly name = 'RefusedError';

	constructor(
		message: string,
		/** What a person can do about it. */
		readonly advice: string,
	) {
		super(message);
	}
}
