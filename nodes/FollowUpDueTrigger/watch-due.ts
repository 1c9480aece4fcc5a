import {
	sleep,
	type IDataObject,
	type INodeExecutionData,
	type IRun,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';
import {
	conversationItem,
	followUpItem,
	sharedStore,
	type DueFollowUp,
	type DueItem,
	type Store,
} from '../../lib';
import { cronExpression } from './cron-expression';

const MINUTE_MS = 60_000;

interface Settings {
	batchSize?: number;
	maxExecutions?: number;
	leaseMinutes?: number;
}

/**
 * Looks for due follow-ups by n8n's cron, which runs on the leading instance only, and starts executions with them. The
 * next batch is claimed when an execution is done, so a backlog never piles up inside n8n.
 */
export async function watchDue(context: ITriggerFunctions): Promise<ITriggerResponse> {
	const chatbot = context.getNodeParameter('chatbotId') as string;
	const interval = context.getNodeParameter('interval') as number;
	const {
		batchSize = 50,
		maxExecutions = 1,
		leaseMinutes = 10,
	} = context.getNodeParameter('settings', {}) as Settings;
	let running = 0;
	let closed = false;

	const look = async (): Promise<boolean> => {
		if (closed || running >= maxExecutions) return false;
		// Counted before the first await: two ticks must not both find a free place.
		running++;
		try {
			const due = await takeUp(await sharedStore());
			if (due.length === 0 || closed) {
				running--;
				return false;
			}
			start(due);
			return true;
		} catch (error) {
			running--;
			context.logger.error(
				`Looking for due follow-ups did not work, it is tried again: ${(error as Error).message}`,
			);
			return false;
		}
	};

	const takeUp = async (store: Store): Promise<DueFollowUp[]> => {
		const now = new Date();
		const recovered = await store.recoverLeases(now);
		if (recovered.rescheduled + recovered.deadLettered + recovered.unknown > 0) {
			context.logger.warn('Follow-ups of unfinished executions were recovered', { ...recovered });
		}
		return await store.claimDue({ chatbot, now, limit: batchSize, leaseMs: leaseMinutes * MINUTE_MS });
	};

	const start = (due: DueFollowUp[]): void => {
		const done = context.helpers.createDeferredPromise<IRun>();
		const finished = (): void => {
			running--;
			void look();
		};
		done.promise.then(finished, finished);
		context.emit([due.map(toItem)], undefined, done);
	};

	if (context.getMode() === 'manual') {
		return {
			manualTriggerFunction: async () => await untilFound(look, () => closed),
			closeFunction: async () => close(),
		};
	}
	context.helpers.registerCron({ expression: cronExpression(interval) }, () => void look());
	void look();
	return { closeFunction: async () => close() };

	function close(): void {
		closed = true;
	}
}

function toItem(due: DueFollowUp): INodeExecutionData {
	const item: DueItem = {
		conversation: conversationItem(due.facts, new Date()),
		followUp: followUpItem(due),
	};
	return { json: item as unknown as IDataObject };
}

const MANUAL_POLL_MS = 1_000;

/** In the editor: waits until something comes due, or until the test is stopped. */
async function untilFound(look: () => Promise<boolean>, stopped: () => boolean): Promise<void> {
	while (!stopped() && !(await look())) await sleep(MANUAL_POLL_MS);
}
