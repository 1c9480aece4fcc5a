import type { IRun } from 'n8n-workflow';
import type { RunEnd } from '../../lib/index.ts';

/**
 * How n8n says that an execution ended; undefined where it says nothing that helps: it was stopped by hand, or never came to
 * be. What it had taken goes back when its lease runs out.
 */
export function endOf(run: IRun | undefined, somebodySends: boolean): RunEnd | undefined {
	if (run?.status === 'waiting') return 'waits';
	if (run?.status === 'success') return 'well';
	if (run?.status !== 'error' && run?.status !== 'crashed') return undefined;
	// A run that failed is tried again; but who sends by other means has sent perhaps, and would do so each time.
	return somebodySends ? 'badly' : 'well';
}
