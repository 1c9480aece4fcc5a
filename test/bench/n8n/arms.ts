import { startArm, type Arm } from './arm.ts';
import { handMadeWorkflow } from './hand-made.ts';
import { ourWorkflow, type DueSettings } from './ours.ts';

/** Meta lets an account send 80 messages a second: the pace the Due Trigger is set to where thousands come due at once. */
export const DUE: DueSettings = { intervalSeconds: 5, maxPerMinute: 4800 };

/** The four ways of doing the same that are compared. */
export interface Arms {
	handDefaults: Arm;
	handBest: Arm;
	ours: Arm;
	oursWithExecutions: Arm;
}

/** Starts one n8n and one sandbox for each way. */
export async function startArms(say: (step: string) => void): Promise<Arms> {
	const handDefaults = await startArm('by hand, defaults', [handMadeWorkflow('benchHand', 'defaults')], say);
	const handBest = await startArm('by hand, best settings', [handMadeWorkflow('benchHand', 'best')], say);
	const ours = await startArm('ours, plan without execution', [ourWorkflow('benchOurs', true, DUE)], say);
	const oursWithExecutions = await startArm(
		'ours, with executions',
		[ourWorkflow('benchOurs', false, DUE)],
		say,
	);
	return { handDefaults, handBest, ours, oursWithExecutions };
}

/** Ends them all. */
export async function stopArms(arms: Arms): Promise<void> {
	await Promise.all(Object.values(arms).map(async (arm: Arm) => await arm.stop()));
}
