import {
	NodeOperationError,
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
	keepQueued,
	runsInQueueMode,
	type DueFollowUp,
	type DueItem,
	type Now,
	type Store,
} from '../../lib/index.ts';
import { toNodeError } from '../shared/errors.ts';
import { requireSetup } from '../shared/setup/require-setup.ts';
import { requireUsableStore, storeFor } from '../shared/store-for.ts';
import { cronExpression } from './cron-expression.ts';
import { Housekeeping } from './housekeeping.ts';
import { Pace } from './pace.ts';
import { somebodySends } from '../shared/setup/somebody-sends.ts';
import { endOf } from './run-end.ts';
import { registerChatbots } from './register-chatbots.ts';
import { readSettings } from './settings.ts';
import { StaffWatch } from './staff-watch.ts';
import { tryOut } from './try-out.ts';
import { UnderWay } from './under-way.ts';

const MINUTE_MS = 60_000;
/** How often the dashboard hears that somebody looks; each note is a commit. */
const NOTED_EVERY_MS = 5 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long an execution is believed to wait for its place in n8n, while n8n does not say that it is over. Where executions run
 * in this process, only one that a person stopped while it waited is never told of (n8n 2.41.1), so an hour costs nobody
 * anything. A queue (Redis) can lose its jobs without a word, so there it is a few leases. One that begins later all the same
 * finds that its follow-ups are no longer its own, and does nothing.
 */
const QUEUED_MS = HOUR_MS;
const QUEUED_LEASES = 6;

/** A run that sleeps keeps what it decided to send; by then the messaging window of nearly everybody is closed. */
const SLEEP_MS = DAY_MS;

/**
 * Looks for due follow-ups by n8n's cron, which runs on the leading instance only, and starts executions with them. The
 * next batch is claimed when an execution is done, so a backlog never piles up inside n8n.
 */
export async function watchDue(context: ITriggerFunctions): Promise<ITriggerResponse> {
	requireStore(context);
	if (context.getMode() === 'manual') return { manualTriggerFunction: async () => await tryOut(context) };
	requireSetup(context);
	const chatbot = context.getNodeParameter('chatbotId') as string;
	const interval = context.getNodeParameter('interval') as number;
	const settings = readSettings(context);
	const { batchSize, maxExecutions, leaseMinutes, expireAfterHours } = settings;
	const pace = new Pace(settings.maxPerMinute, Math.max(batchSize, settings.maxPerMinute / 6));
	const housekeeping = new Housekeeping(
		{
			messageDays: settings.keepMessageDays,
			followUpDays: settings.keepFollowUpDays,
			auditDays: settings.keepLogDays,
		},
		context.logger,
	);
	const leaseMs = leaseMinutes * MINUTE_MS;
	const underWay = new UnderWay(leaseMs);
	const staff = new StaffWatch(context, { ...settings, chatbot });
	const canSend = somebodySends(context);
	let notedAt = -Infinity;
	let running = 0;
	let resting = false;
	let closed = false;

	const look = async (): Promise<void> => {
		if (closed || resting || running >= maxExecutions) return;
		// Counted before the first await: two ticks must not both find a free place.
		running++;
		try {
			const store = await storeFor(context);
			const now = await store.now();
			const due = await takeUp(store, now);
			if (due.length === 0 || closed) {
				running--;
				return;
			}
			start(due, store, now);
			// More places may be free, and more may be due.
			void look();
		} catch (error) {
			running--;
			context.logger.error(
				`Looking for due follow-ups did not work, it is tried again: ${(error as Error).message}`,
			);
		}
	};

	const takeUp = async (store: Store, now: Now): Promise<DueFollowUp[]> => {
		if (now.getTime() - notedAt >= NOTED_EVERY_MS) {
			await store.noteLooks(chatbot, interval * 1_000, now);
			notedAt = now.getTime();
		}
		await recover(store, now);
		const limit = pace.allows(batchSize, now);
		if (limit === 0) {
			void restFor(pace.untilNext(batchSize));
			return [];
		}
		const due = await store.claimDue({ chatbot, now, limit, leaseMs });
		pace.took(due.length);
		return due;
	};

	const recover = async (store: Store, now: Now): Promise<void> => {
		const recovered = await store.recoverLeases(now);
		if (Object.values(recovered).some((count) => count > 0))
			context.logger.warn('Follow-ups of unfinished executions were recovered', { ...recovered });
		if (expireAfterHours > 0) {
			const dueBefore = new Date(now.getTime() - expireAfterHours * HOUR_MS);
			const expired = await store.expireOverdue({ chatbot, dueBefore, now });
			if (expired > 0)
				context.logger.warn(`${expired} follow-ups came due too long ago and ended as expired`);
		}
		await housekeeping.tidy(store, now);
	};

	const restFor = async (ms: number): Promise<void> => {
		resting = true;
		await sleep(ms);
		resting = false;
		await look();
	};

	const start = (due: DueFollowUp[], store: Store, now: Now): void => {
		const done = context.helpers.createDeferredPromise<IRun>();
		const claims = due.map(({ id, lease }) => ({ id, leaseToken: lease.token }));
		const forMs = runsInQueueMode() ? QUEUED_LEASES * leaseMs : QUEUED_MS;
		const begins = keepQueued(store, claims, { leaseMs, forMs });
		const finished = underWay.add(claims, now, () => {
			begins();
			running--;
			void look();
		});
		const ended = async (run?: IRun): Promise<void> => {
			begins();
			const end = endOf(run, canSend);
			if (end) await store.noteRunEnd(claims, end, SLEEP_MS, await store.now());
		};
		done.promise
			.then(ended, async () => await ended())
			.catch((error: Error) =>
				context.logger.warn(`How an execution ended could not be noted: ${error.message}`),
			)
			.finally(finished);
		context.emit([due.map((one) => toItem(one, now))], undefined, done);
	};

	const tellStaff = async (): Promise<void> => {
		try {
			if (closed) return;
			const store = await storeFor(context);
			await staff.look(store, await store.now());
		} catch (error) {
			context.logger.warn(`What the staff is to be told is looked for again: ${(error as Error).message}`);
		}
	};

	const tick = async (): Promise<void> => {
		try {
			if (!closed) {
				const store = await storeFor(context);
				await underWay.giveUpLost(store, await store.now());
			}
		} catch (error) {
			context.logger.warn(`Executions that are gone could not be found out: ${(error as Error).message}`);
		}
		await look();
		await tellStaff();
	};

	void storeFor(context)
		.then(async (store) => await registerChatbots(context, store))
		.catch((error: unknown) =>
			context.logger.warn(
				`The chatbot is shown on the dashboard when its first customer writes: ${(error as Error).message}`,
			),
		);
	context.helpers.registerCron({ expression: cronExpression(interval) }, () => void tick());
	void look();
	return { closeFunction: async () => await closeForGood() };

	/** Unpublished, or n8n ends; when it starts again the first look says that somebody looks. */
	async function closeForGood(): Promise<void> {
		closed = true;
		try {
			const store = await storeFor(context);
			await store.noteClosed(chatbot, await store.now());
		} catch (error) {
			context.logger.warn(
				`The dashboard hears later that the chatbot is not published: ${(error as Error).message}`,
			);
		}
	}
}

/** Publishing fails at once where nothing could ever be taken up; in a log it would be found when follow-ups are missed. */
function requireStore(context: ITriggerFunctions): void {
	try {
		requireUsableStore(context);
	} catch (error) {
		const { message, description } = toNodeError(context.getNode(), error);
		// Of a failed publication n8n 2.39.10 shows the message only, so what to do stands in it too.
		throw new NodeOperationError(context.getNode(), `${message}. ${description ?? ''}`.trim());
	}
}

function toItem(due: DueFollowUp, now: Date): INodeExecutionData {
	const item: DueItem = {
		conversation: conversationItem(due.facts, now),
		followUp: followUpItem(due),
	};
	return { json: item as unknown as IDataObject };
}
