import type { Bench } from '../bench.ts';
import { startArm } from './arm.ts';
import { deliveriesPerSecond, messageBodies, statusBodies } from './burst.ts';
import { builtInTrigger } from './hand-made.ts';
import { chain, node } from './nodes.ts';
import { ourTrigger, ourWorkflow } from './ours.ts';

const BUILT_IN = 'benchBuiltIn';
const OURS = 'benchOurs';
const PLANNING = 'benchPlanning';

/** What the two triggers take in, in one n8n, in turns: each with nothing behind it but a node that does nothing. */
export async function measureRates(bench: Bench): Promise<void> {
	const end = () => node('End', 'n8n-nodes-base.noOp', 1, {});
	const arm = await startArm(
		'triggers',
		[
			chain(BUILT_IN, [builtInTrigger(BUILT_IN, 'defaults'), end()]),
			chain(OURS, [ourTrigger(OURS, false), end()]),
			ourWorkflow(PLANNING, true, { intervalSeconds: 300 }),
		],
		bench.say,
	);
	try {
		const rate = async (workflow: string, bodies: string[], starts: boolean) =>
			await deliveriesPerSecond(arm, arm.urlOf(workflow), bodies, starts);
		// The first of each kind is for what is loaded and compiled once; for Plan Without Execution it registers the chatbot.
		for (const workflow of [BUILT_IN, OURS]) await rate(workflow, messageBodies(20), true);
		await rate(PLANNING, messageBodies(1), true);
		for (const workflow of [OURS, PLANNING]) await rate(workflow, statusBodies(20), false);
		await rate(PLANNING, messageBodies(20), false);

		const status = { ours: [] as number[], theirs: [] as number[] };
		const message = { ours: [] as number[], planned: [] as number[], theirs: [] as number[] };
		for (let run = 0; run < bench.size.runs; run++) {
			status.ours.push(await rate(OURS, statusBodies(bench.scaled(600, 60)), false));
			status.theirs.push(await rate(BUILT_IN, statusBodies(bench.scaled(120, 30)), true));
			message.ours.push(await rate(OURS, messageBodies(bench.scaled(150, 30)), true));
			message.theirs.push(await rate(BUILT_IN, messageBodies(bench.scaled(150, 30)), true));
			message.planned.push(await rate(PLANNING, messageBodies(bench.scaled(300, 30)), false));
			bench.say(`rates: run ${run + 1} of ${bench.size.runs}`);
		}
		bench.compared(
			{
				...{ name: 'status deliveries a second', unit: '1/s', target: { atLeast: 8, of: 'ratio' } },
				note: 'this trigger against the built-in one with its defaults',
			},
			{ ...status, over: 'ours' },
		);
		bench.compared(
			{
				...{ name: 'customer messages a second, each starting an execution', unit: '1/s' },
				target: { atLeast: 0.9, of: 'ratio' },
				note: 'this trigger, which records them, against the built-in one',
			},
			{ ours: message.ours, theirs: message.theirs, over: 'ours' },
		);
		bench.compared(
			{
				...{ name: 'customer messages a second, planned without execution', unit: '1/s' },
				target: { atLeast: 0.9, of: 'ratio' },
				note: 'recorded and planned, against the built-in trigger with nothing behind it',
			},
			{ ours: message.planned, theirs: message.theirs, over: 'ours' },
		);
	} finally {
		await arm.stop();
	}
}
