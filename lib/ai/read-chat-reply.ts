import { answerInReasoning, textOfContent } from './answer-text.ts';
import { ModelAnswerError, type ModelAnswer } from './decision-model.ts';
import { requireWhole } from './ending.ts';
import { fieldsOf, type Fields } from './loose-json.ts';

/**
 * Reads what a chat model of LangChain replies, whichever company it belongs to: each tells under another name how its answer
 * ended and what it cost. A language model that is no chat model replies with a text.
 * @throws ModelAnswerError when there is no whole answer in it, ModelUnavailableError when it broke off.
 */
export function readChatReply(reply: unknown): ModelAnswer {
	const fields = typeof reply === 'string' ? { content: reply } : fieldsOf(reply);
	const extra = fieldsOf(fields['additional_kwargs']);
	const metadata = fieldsOf(fields['response_metadata']);
	const spent = tokensIn(fieldsOf(fields['usage_metadata']), metadata);
	if (extra['refusal']) throw new ModelAnswerError('refused', 'The model refused to answer', spent);
	requireWhole([metadata, extra].flatMap(endingsIn), spent);
	const { content, text: plain } = fields;
	const { reasoning_content, reasoning } = extra;
	const text = textOfContent(content ?? plain) || answerInReasoning([reasoning_content, reasoning, content]);
	if (text === '') throw new ModelAnswerError('empty', 'The model gave no answer at all', spent);
	return { text, ...spent };
}

/** OpenAI and Mistral, Anthropic, Ollama, Google, Bedrock, and OpenAI's Responses, in this order. */
function endingsIn(metadata: Fields): unknown[] {
	const { finish_reason, stop_reason, done_reason, finishReason, stopReason } = metadata;
	const messageStop = fieldsOf(metadata['messageStop']);
	const incomplete = fieldsOf(metadata['incomplete_details']);
	const status =
		metadata['object'] === 'response' || 'incomplete_details' in metadata ? metadata['status'] : undefined;
	return [
		...[finish_reason, stop_reason, done_reason, finishReason, stopReason],
		...[messageStop['stopReason'], incomplete['reason'], status],
	];
}

function tokensIn(usage: Fields, metadata: Fields): Pick<ModelAnswer, 'inputTokens' | 'outputTokens'> {
	const told = fieldsOf(metadata['tokenUsage']);
	return {
		inputTokens: countIn(usage['input_tokens'], told['promptTokens'], metadata['prompt_eval_count']),
		outputTokens: countIn(usage['output_tokens'], told['completionTokens'], metadata['eval_count']),
	};
}

function countIn(...places: unknown[]): number | undefined {
	return places.find((one) => typeof one === 'number');
}
