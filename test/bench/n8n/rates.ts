import type { Bench } from '../bench.ts';
import { startArm } from './arm.ts';
import { burst, messageBodies, statusBodies, type Burst } from './burst.ts';
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
		bench.log,
	);
	try {
		const rate = async (workflow: string, bodies: string[], starts: boolean) =>
			await burst(arm, arm.urlOf(workflow), bodies, starts);
		// The first of each kind is for what is loaded and compiled once; for Plan Without Execution it registers the chatbot.
		for (const workflow of [BUILT_IN, OURS]) await rate(workflow, messageBodies(20), true);
		await rate(PLANNING, messageBodies(1), true);
		for (const workflow of [OURS, PLANNING]) await rate(workflow, statusBodies(20), false);
		await rate(PLANNING, messageBodies(20), false);

		const taken: Record<'status' | 'message', Record<'ours' | 'theirs' | 'planned', Burst[]>> = {
			status: { ours: [], theirs: [], planned: [] },
			message: { ours: [], theirs: [], planned: [] },
		};
		for (let run = 0; run < bench.size.runs; run++) {
			const { status, message } = taken;
			// So many that each burst takes five to ten seconds of a machine with two cores.
			status.ours.push(await rate(OURS, statusBodies(bench.scaled(200, 60)), false));
			status.theirs.push(await rate(BUILT_IN, statusBodies(bench.scaled(80, 30)), true));
			message.ours.push(await rate(OURS, messageBodies(bench.scaled(100, 30)), true));
			message.theirs.push(await rate(BUILT_IN, messageBodies(bench.scaled(100, 30)), true));
			message.planned.push(await rate(PLANNING, messageBodies(bench.scaled(150, 30)), false));
			bench.log(`rates: run ${run + 1} of ${bench.size.runs}`);
		}
		const compare = (
			name: string,
			what: keyof typeof taken,
			way: 'ours' | 'planned',
			least: number,
			note: string,
		) => {
			const [own, theirs] = [taken[what][way], taken[what].theirs];
			const rates = {
				ours: own.map(({ perSecond }) => perSecond),
				theirs: theirs.map(({ perSecond }) => perSecond),
			};
			const costs = { ours: own.map(({ cpuMs }) => cpuMs), theirs: theirs.map(({ cpuMs }) => cpuMs) };
			const target = { atLeast: least, of: 'ratio' } as const;
			bench.compared({ name: `${name} a second`, unit: '1/s', target, note }, { ...rates, over: 'ours' });
			bench.compared(
				{ name: `processor time of ${name}, each`, unit: 'ms', note },
				{ ...costs, over: 'theirs' },
			);
		};
		compare(
			'status deliveries',
			'status',
			'ours',
			8,
			'this trigger against the built-in one with its defaults',
		);
		compare(
			...(['customer messages, each starting an execution', 'message', 'ours', 0.9] as const),
			'this trigger, which records them, against the built-in one',
		);
		compare(
			...(['customer messages, planned without execution', 'message', 'planned', 0.9] as const),
			'recorded and planned, against the built-in trigger with nothing behind it',
		);
	} finally {
		await arm.stop();
	}
}
