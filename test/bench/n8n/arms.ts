import { startArm, type Arm } from './arm.ts';
import { handMadeWorkflow } from './hand-made.ts';
import { ourWorkflow, type DueSettings } from './ours.ts';

/** Meta lets an account send 80 messages a second: the pace the Due Trigger is set to where thousands come due at once. */
export const DUE: DueSettings = { intervalSeconds: 5, maxPerMinute: 4800 };
/** One execution for each follow-up, as when they come due hours apart: those of the bench come due together. */
const ALONE: DueSettings = { ...DUE, batchSize: 1 };

type Say = (step: string) => void;

const START = {
	handDefaults: async (say: Say) =>
		await startArm('by hand, defaults', [handMadeWorkflow('benchHand', 'defaults')], say),
	handBest: async (say: Say) =>
		await startArm('by hand, best settings', [handMadeWorkflow('benchHand', 'best')], say),
	ours: async (say: Say) =>
		await startArm('ours, plan without execution', [ourWorkflow('benchOurs', true, ALONE)], say),
	oursWithExecutions: async (say: Say) =>
		await startArm('ours, with executions', [ourWorkflow('benchOurs', false, ALONE)], say),
	oursInBatches: async (say: Say) =>
		await startArm('ours, in batches', [ourWorkflow('benchOurs', true, DUE)], say),
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
	say: Say,
	work: (arms: Arms<Name>) => Promise<void>,
): Promise<void> {
	const started: Partial<Arms> = {};
	try {
		const starts = names.map(async (name) => (started[name] = await START[name](say)));
		const failed = (await Promise.allSettled(starts)).find(({ status }) => status === 'rejected');
		if (failed) throw (failed as PromiseRejectedResult).reason;
		await work(started as Arms<Name>);
	} finally {
		await Promise.all(Object.values(started).map(async (arm) => await arm.stop()));
	}
}
