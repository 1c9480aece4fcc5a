import type { DecisionModel } from '../../lib/index.ts';

/** One question and what came back. */
export interface Noted {
	/** What was wrong with the answer before; undefined for the first question. */
	complaint?: string;
	answer?: string;
	error?: string;
	seconds: number;
}

/** A model that writes down what it is asked and answers. */
export function noting(model: DecisionModel, noted: Noted[]): DecisionModel {
	return {
		name: model.name,
		async answer(request) {
			const start = performance.now();
			const { complaint } = request.repair ?? {};
			const note = (found: Partial<Noted>) =>
				noted.push({ complaint, seconds: (performance.now() - start) / 1000, ...found });
			try {
				const answer = await model.answer(request);
				note({ answer: answer.text });
				return answer;
			} catch (error) {
				note({ error: (error as Error).message });
				throw error;
			}
		},
	};
}
