import type { ModelUse } from '../follow-up/types.ts';

/** Splits what one call cost among the follow-ups it decided, so that sums over decisions are what was spent. */
export function shareOf(use: ModelUse, decisions: number, place: number): ModelUse {
	const share = (total: number) => Math.floor(total / decisions) + (place < total % decisions ? 1 : 0);
	const { calls, inputTokens, outputTokens } = use;
	return {
		...use,
		// Calls are whole: they stand with the first, the others were decided along with it.
		...(calls === undefined ? {} : { calls: place === 0 ? calls : 0 }),
		...(inputTokens === undefined ? {} : { inputTokens: share(inputTokens) }),
		...(outputTokens === undefined ? {} : { outputTokens: share(outputTokens) }),
	};
}
