import type { ITriggerResponse } from 'n8n-workflow';
import { StartWatch, type WatchOptions } from './start-watch.ts';

/** After a change to n8n's webhook an intake keeps events for this trigger for ten minutes more; then nothing comes any more. */
const LOOK_MS = 60_000;

/**
 * Where Meta delivers to n8n's webhook again, what waits in the store from before is started all the same, and what an intake
 * still records for this trigger. In the background, so that a store that is away keeps no workflow from being published: each
 * delivery tells of it.
 */
export function takeLeftBehind(options: WatchOptions): ITriggerResponse {
	const watch = new StartWatch({ ...options, isLeaving: true });
	let timer: NodeJS.Timeout | undefined;
	let isClosed = false;
	const close = async (): Promise<void> => {
		isClosed = true;
		clearTimeout(timer);
		await watch.close();
	};
	const goOn = async (): Promise<void> => {
		const store = await options.store();
		const [{ id }, now] = [options.listener, await store.now()];
		if (!(await store.isListening(id, now))) return await close();
		// Where n8n was killed nobody has said so yet.
		await store.leaveStarts(id, now);
		if (isClosed) return;
		watch.look();
		timer = setTimeout(look, LOOK_MS);
		timer.unref();
	};
	const look = (): void =>
		void goOn().catch(async (error: Error) => {
			options.context.logger.warn(
				`Whether events wait for this workflow from before could not be looked up; publish it again when the store can be used: ${error.message}`,
			);
			await close();
		});
	look();
	return { closeFunction: close };
}
