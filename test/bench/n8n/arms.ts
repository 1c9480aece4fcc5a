import { startArm, type Arm } from './arm.ts';
import { handMadeWorkflow } from './hand-made.ts';
import { ourWorkflow, type DueSettings } from './ours.ts';

/** Meta lets an account send 80 messages a second: the pace the Due Trigger is set to where thousands come due at once. */
export const DUE: DueSettings = { intervalSeconds: 5, maxPerMinute: 4800 };
/** One execution for each follow-up, as when they come due hours apart: those of the bench come due together. */
const ALONE: DueSettings = { ...DUE, batchSize: 1 };

type Log = (step: string) => void;

const START = {
	handDefaults: async (log: Log) =>
		await startArm('by hand, defaults', [handMadeWorkflow('benchHand', 'defaults')], log),
	handBest: async (log: Log) =>
		await startArm('by hand, best settings', [handMadeWorkflow('benchHand', 'best')], log),
	ours: async (log: Log) =>
		await startArm('ours, plan without execution', [ourWorkflow('benchOurs', true, ALONE)], log),
	oursWithExecutions: async (log: Log) =>
		await startArm('ours, with executions', [ourWorkflow('benchOurs', false, ALONE)], log),
	oursInBatches: async (log: Log) =>
		await startArm('ours, in batches', [ourWorkflow('benchOurs', true, DUE)], log),
};

/** The ways of doing the same that are compared. */
export type ArmName = keyof typeof START;
export type Arms<Name extends ArmName = ArmName> = Record<Name, Arm>;

/**
 * Starts one n8n and one sandbox for each way, works with them, and ends them whatever happens. They start side by side, for
 * nothing is measured yet: two took 74 s one after the other on two cores, of which each used hardly more than one.
 */
export async function withArms<Name extends ArmName>(
	names: readonly Name[],
	log: Log,
	work: (arms: Arms<Name>) => Promise<void>,
): Promise<void> {
	const started: Partial<Arms> = {};
	try {
		const starts = names.map(async (name) => (started[name] = await START[name](log)));
		const failed = (await Promise.allSettled(starts)).find(({ status }) => status === 'rejected');
		if (failed) throw (failed as PromiseRejectedResult).reason;
		await work(started as Arms<Name>);
	} finally {
		await Promise.all(Object.values(started).map(async (arm) => await arm.stop()));
	}
}
