import pLimit from 'p-limit';
import { decideFollowUps, type Decision, type DecisionModel } from '../../lib/index.ts';
import { inputOf, type EvalCase } from './eval-case.ts';
import { judge, type Verdict } from './judge.ts';
import { noting, type Noted } from './noting.ts';

export interface Answered extends Verdict {
	case: EvalCase;
	decisions: Decision[];
	/** What the model was asked and answered, in its order. */
	noted: Noted[];
}

/** Asks a model about every case, a few at a time; answers in the order of the cases. Trouble with the model itself is thrown. */
export async function evaluateModel(
	model: DecisionModel,
	cases: EvalCase[],
	{ concurrency = 4, onAnswered }: { concurrency?: number; onAnswered?: (one: Answered) => void } = {},
): Promise<Answered[]> {
	const limit = pLimit(concurrency);
	return await limit
		.map(cases, async (one) => {
			const noted: Noted[] = [];
			const decisions = await decideFollowUps({ ...inputOf(one), model: noting(model, noted) });
			const answered = { case: one, decisions, noted, ...judge(one, decisions) };
			onAnswered?.(answered);
			return answered;
		})
		.finally(() => limit.clearQueue());
}
