import { setTimeout as sleep } from 'node:timers/promises';
import { retryAfterMsOf, type AnswerHeaders } from './retry-after.ts';

const FIRST_PAUSE_MS = 500;
/** Who asks for more is not slept out with a run of n8n open: the follow-up waits in the queue. */
const LONGEST_PAUSE_MS = 60_000;

/** What the SDK throws when a server did not answer (no status) or answered with a fault. */
interface RequestFault {
	status?: number;
	headers?: AnswerHeaders;
}

/**
 * Makes a request again when a moment may help: after network faults, 408, 409, 429 and 5xx, after the pause that the server
 * asks for. The SDK's own repeating does not heed a pause of more than a minute but asks again at once.
 */
export async function repeatRequest<T>(request: () => Promise<T>, timesAtMost: number): Promise<T> {
	for (let repeated = 0; ; repeated++) {
		try {
			return await request();
		} catch (error) {
			const pauseMs = repeated < timesAtMost ? pauseAfter(error, repeated) : undefined;
			if (pauseMs === undefined) throw error;
			await sleep(pauseMs);
		}
	}
}

/** Undefined when asking again at once is of no use. */
function pauseAfter(error: unknown, repeated: number): number | undefined {
	if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
	const { status, headers } = error as RequestFault;
	const mayPass = status === undefined || [408, 409, 429].includes(status) || status >= 500;
	const wanted = headers?.get('x-should-retry');
	if (wanted === 'false' || (!mayPass && wanted !== 'true')) return undefined;
	const asked = retryAfterMsOf(headers);
	if (asked !== undefined) return asked <= LONGEST_PAUSE_MS ? asked : undefined;
	// Not all at the same moment, when many runs were refused together.
	return FIRST_PAUSE_MS * 2 ** repeated * (0.75 + Math.random() / 4);
}
