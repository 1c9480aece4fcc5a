import type { IDataObject, IRun, ITriggerFunctions } from 'n8n-workflow';

interface Heard {
	/** There is an execution with this key already. */
	known(): void;
	/** The execution is over, or waits; or n8n could not make one, and then the event waits on. */
	over(): void;
}

/**
 * Starts one execution. That it has begun is told by `execute` of the trigger, its first node; n8n itself tells of the end.
 * @param key - n8n makes no second execution with the same one, and then ends without a run (n8n 2.39.10 and 2.41.1).
 */
export function beginExecution(
	context: ITriggerFunctions,
	item: IDataObject,
	key: string,
	{ known, over }: Heard,
): void {
	const done = context.helpers.createDeferredPromise<IRun>();
	done.promise
		.then(
			(run: IRun | undefined) => {
				if (run === undefined) known();
			},
			() => {},
		)
		.finally(over);
	context.emit([[{ json: item }]], undefined, done, key);
}
