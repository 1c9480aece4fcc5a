import pLimit from 'p-limit';
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
	const limit = pLimit(concurrency);
	return await limit
		.map(cases, async (one) => {
			const decisions = await decideFollowUps({ ...inputOf(one), model });
			return { case: one, decisions, ...judge(one, decisions) };
		})
		.finally(() => limit.clearQueue());
}
