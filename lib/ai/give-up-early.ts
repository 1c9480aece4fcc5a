import { ModelUnavailableError, type DecisionModel } from './decision-model.ts';

/** After this many conversations in a row without an answer the server is taken to be down. */
const FAILURES_IN_A_ROW = 2;

/**
 * A model for one batch that is not asked any more once its server is down: each silent request costs a time-out with
 * all its repetitions, and a batch must end before its lease does.
 */
export function givingUpEarly(model: DecisionModel): DecisionModel {
	let failures = 0;
	let last: ModelUnavailableError | undefined;
	return {
		name: model.name,
		async answer(request) {
			if (last && failures >= FAILURES_IN_A_ROW) throw last;
			try {
				const answer = await model.answer(request);
				failures = 0;
				return answer;
			} catch (error) {
				if (error instanceof ModelUnavailableError) {
					failures++;
					last = error;
				}
				throw error;
			}
		},
	};
}
