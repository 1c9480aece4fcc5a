import { ModelAnswerError, ModelUnavailableError, type Tokens } from './decision-model.ts';

/** The words with which servers and chat models say that an answer is not whole. Compared in lower case with underscores. */
const ENDINGS = {
	cut_off:
		/^(?:length|max_(?:output_)?tokens|model_length|token_limit|incomplete|model_context_window_exceeded)$/,
	refused:
		/^(?:content_filter.*|refusal|safety|image_safety|recitation|blocklist|prohibited_content|spii|language|sensitive|guardrail.*|error_toxic|blocked.*)$/,
	failed:
		/^(?:error.*|failed|.*_error|insufficient_system_resource|timeout|abort(?:ed)?|cancell?ed|(?:un)?load)$/,
};

/**
 * Throws what an answer that did not end by itself means; of several words the first that says so counts.
 * @param told The reasons for which the answer is said to have ended, under whatever names they came.
 */
export function requireWhole(told: readonly unknown[], spent: Tokens): void {
	for (const one of told) {
		if (typeof one !== 'string') continue;
		const word = one
			.trim()
			.toLowerCase()
			.replace(/[^a-z]+/g, '_');
		if (ENDINGS.refused.test(word))
			throw new ModelAnswerError('refused', 'The model refused to answer', spent);
		if (ENDINGS.cut_off.test(word))
			throw new ModelAnswerError('cut_off', 'The answer was cut off at the token limit', spent);
		if (ENDINGS.failed.test(word))
			throw new ModelUnavailableError(`The model server did not finish its answer (${one})`);
	}
}
