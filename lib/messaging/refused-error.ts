import { AdvisedError } from './advised-error.ts';

/** What was asked for cannot be done, because of what was given or how things stand. Nothing was changed. */
export class RefusedError extends AdvisedError {
	override readonly name = 'RefusedError';
}
