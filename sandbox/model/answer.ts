import { isObject } from '../http.ts';
import { obeyTranscript } from './attacker.ts';
import { answerAsAgent, isAgent } from './agent.ts';
import { findInput, lastUserText } from './input.ts';
import { labelsInPictures } from './pictures.ts';
import { answerByRules } from './rules.ts';
import { fitSchema } from './schema.ts';

export type Completion = { content: string | null; refusal: string | null; finish: 'stop' | 'length' };

/** The content of the answer to a chat request, made worse on purpose by `mode`. */
export function complete(body: Record<string, unknown>, mode: string | undefined): Completion {
	if (mode === 'refusal')
		return { content: null, refusal: "I'm sorry, I can't help with that.", finish: 'stop' };
	const seen = labelsInPictures(body['messages']);
	if (seen !== undefined) return { content: seen, refusal: null, finish: 'stop' };
	const input = findInput(lastUserText(body['messages']));
	if (!input) return { content: withoutDocument(body), refusal: null, finish: 'stop' };
	const answer = mode === 'obey_attacker' ? obeyTranscript(input) : answerByRules(input);
	if (mode === 'unknown_names')
		for (const followUp of answer.followUps) followUp.name = `unknown ${followUp.name}`;
	const fitted =
		mode === 'wrong_schema'
			? { decision: 'yes', followUps: 'all of them' }
			: fitSchema(answer, schemaOf(body));
	const text = JSON.stringify(fitted);
	if (mode === 'invalid_json')
		return {
			content: `Sure! Here is the answer: ${text.replaceAll('"', "'")},}`,
			refusal: null,
			finish: 'stop',
		};
	if (mode === 'length')
		return { content: text.slice(0, Math.ceil(text.length / 2)), refusal: null, finish: 'length' };
	return { content: text, refusal: null, finish: 'stop' };
}

function withoutDocument(body: Record<string, unknown>): string {
	const schema = schemaOf(body);
	if (schema) return JSON.stringify(fitSchema({}, schema));
	if (isAgent(body)) return answerAsAgent(lastUserText(body['messages']));
	const note =
		'Sandbox stand-in (no AI): there is no JSON document with "followUps" and "transcript" in the last user message.';
	return isObject(body['response_format']) && body['response_format']['type'] === 'json_object'
		? JSON.stringify({ reason: note })
		: note;
}

function schemaOf(body: Record<string, unknown>): unknown {
	const format = body['response_format'];
	return isObject(format) && isObject(format['json_schema']) ? format['json_schema']['schema'] : undefined;
}
