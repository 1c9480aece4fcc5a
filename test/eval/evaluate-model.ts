import { decideFollowUps, type Decision, type DecisionModel } from '../../lib/index.ts';
import { inputOf, type EvalCase } from './eval-case.ts';
import { judge, type Verdict } from './judge.ts';

export interface Answered extends Verdict {
	case: EvalCase;
	decisions: Decision[];
}

/** Asks a model about every case, a few at a time; answers in the order of the cases. Trouble with the model itself is thrown. */
export async function evaluateModel(
	model: DecisionModel,
	cases: EvalCase[],
	{ concurrency = 4 }: { concurrency?: number } = {},
): Promise<Answered[]> {
	const answered: Answered[] = [];
	let next = 0;
	const work = async () => {
		for (let place = next++; place < cases.length; place = next++) {
			const one = cases[place] as EvalCase;
			const decisions = await decideFollowUps({ ...inputOf(one), model });
			answered[place] = { case: one, decisions, ...judge(one, decisions) };
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work));
	return answered;
}
