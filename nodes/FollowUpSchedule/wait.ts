import { NodeOperationError, sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { FollowUpItem, Store } from '../../lib/index.ts';

/**
 * n8n looks for waiting runs once a minute, so a shorter wait may be a minute late (n8n 2.39.10); the node holds those
 * itself. n8n's own Wait node does the same below 65 seconds.
 */
const HOLD_BELOW_MS = 65_000;

/**
 * Waits for the earliest of the follow-ups. After a long wait n8n goes on with the node after this one and gives it this
 * node's input, so nothing that happens here after `putExecutionToWait` is ever seen.
 */
export async function waitForEarliest(
	context: IExecuteFunctions,
	store: Store,
	followUps: FollowUpItem[],
	conversations: string[],
): Promise<void> {
	const dueTimes = followUps
		.filter(({ state }) => state === 'scheduled')
		.map(({ dueAt }) => Date.parse(dueAt));
	if (dueTimes.length === 0) return;
	// By the store's clock: by a clock that is fast, it would be due here and not yet there, over and over.
	const remaining = Math.min(...dueTimes) - (await store.now()).getTime();
	if (remaining <= 0) return;
	await requireSentFirst(context, store, conversations);
	if (remaining < HOLD_BELOW_MS) await hold(context, remaining);
	else {
		requireEngineThatWaits(context);
		// n8n wakes the run by its own clock.
		await context.putExecutionToWait(new Date(Date.now() + remaining));
	}
}

/** Engine 2.0 starts no waiting run again: it would be lost in silence. Source: n8n 2.41.1, read 2026-12-01. */
function requireEngineThatWaits(context: IExecuteFunctions): void {
	if (context.getWorkflowSettings().engineType !== 'v2') return;
	throw new NodeOperationError(context.getNode(), 'Wait mode does not work with Engine 2.0 of n8n', {
		description:
			'Engine 2.0 does not go on with runs that wait. Set Mode to Queue and add a Follow-Up Due Trigger, or set the engine back to v1 in the workflow settings. What is pending stays in the store, and a Follow-Up Due Trigger picks it up.',
	});
}

/** Holds the run; stopped by hand, it ends at once. */
async function hold(context: IExecuteFunctions, ms: number): Promise<void> {
	const stopped = new Promise<void>((resolve) => context.onExecutionCancellation(resolve));
	await Promise.race([sleep(ms), stopped]);
}

/** Another run that sends in the same conversation is done by then. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 500;

/**
 * A wait suspends the whole run, also the branch that sends: what was decided to be sent now would go out hours later. n8n
 * (execution order v1) runs the branches of a node from top to bottom of the canvas, so the sending one has to lie above.
 */
async function requireSentFirst(
	context: IExecuteFunctions,
	store: Store,
	conversations: string[],
): Promise<void> {
	for (let waited = 0; ; waited += LOOK_EVERY_MS) {
		const claimed = await Promise.all(
			[...new Set(conversations)].map(
				async (conversation) => await store.list({ conversation, states: ['claimed'] }),
			),
		);
		if (!claimed.flat().some(({ decision }) => decision?.action === 'send')) return;
		if (waited >= PATIENCE_MS) break;
		await sleep(LOOK_EVERY_MS);
	}
	throw new NodeOperationError(context.getNode(), 'A follow-up would be sent only after this wait', {
		description:
			'The run waits before its Send branch has run. Move the node on the Send output of Follow-Up Evaluate above this node on the canvas, and keep Execution Order in the workflow settings at v1. What is pending is picked up by a Follow-Up Due Trigger.',
	});
}
