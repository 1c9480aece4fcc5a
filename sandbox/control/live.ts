import { streamSSE } from 'hono/streaming';
import type { Change } from '../ledger.ts';
import { now, type Context } from '../context.ts';
import type { Request } from '../http.ts';
import { describeConversation } from './state.ts';

/** Also tells the pages the sandbox's time, which may run faster than theirs. */
const heartbeatMs = 1_000;

/** Every change of the ledger as a server-sent event, until the client leaves. */
export function liveEvents(context: Context, request: Request): Response {
	return streamSSE(request, async (stream) => {
		const stop = context.ledger.watch(
			(change) => void stream.writeSSE({ event: change.type, data: JSON.stringify(shown(context, change)) }),
		);
		const left = new Promise<void>((resolve) => stream.onAbort(() => resolve()));
		const time = () => JSON.stringify({ now: now(context) });
		await stream.writeSSE({ event: 'hello', data: time() });
		while (!stream.aborted) {
			await Promise.race([left, stream.sleep(heartbeatMs)]);
			if (!stream.aborted) await stream.writeSSE({ event: 'heartbeat', data: time() });
		}
		stop();
	});
}

function shown(context: Context, change: Change): object {
	if (change.type !== 'conversation') return change;
	return { ...change, conversation: describeConversation(context, change['conversation'] as never) };
}
