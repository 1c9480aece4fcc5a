/**
 * What a server's words and codes tell about a fault. No two servers use the same ones, and a server may repeat words of
 * the customer: what holds for all conversations is never taken from words alone.
 */
export const FAULT_WORDS = {
	tooLong:
		/context[_ ](?:length|window|size)|maximum context|too many (?:input |prompt )?tokens|string_above_max|(?:prompt|inputs?|messages?|request|text|conversation|body) (?:(?:is|are|was) )?too (?:long|large)|exceeds? the (?:maximum number of tokens|available context)|longer than the (?:model|maximum)|reduce the length|inputs?`? tokens .*max_new_tokens/i,
	contentRefused:
		/content[_ ]filter|content management policy|content_policy|content exists risk|data_inspection_failed|(?:was|were|been) flagged|flagged_input|prohibited_content|blocked due to|considered high risk/i,
	/** Google and xAI answer a wrong key with 400. */
	wrongKey:
		/api[_ ]?key[_ ](?:is )?(?:not valid|invalid)|(?:invalid|incorrect|wrong|missing) api[_ ]?key|api_key_invalid/i,
	unknownModel:
		/model_not_found|(?:unknown|invalid|no such) model|model ?id|model.{0,80}(?:not found|does not exist|not exist|unknown)|no models? loaded/i,
	noBalance: /insufficient_quota/i,
	format:
		/response[_ ]format|json[_ -]?(?:schema|object|mode)|structured[_ ]outputs?|schema|grammar|guided|requested parameters/i,
	noSystemRole:
		/system (?:role|message|prompt|instruction)|developer instruction|roles? must alternate|only user and assistant|(?:'|")system(?:'|")|role.{0,40}\bsystem\b/i,
} as const satisfies Record<string, RegExp>;

export type FaultWords = keyof typeof FAULT_WORDS;

/** A server's words are looked at so far only. */
const READ_CHARACTERS = 2_000;

/** Whether code or message of a fault tell of this. */
export function tellsOf(
	what: FaultWords,
	{ code = '', message }: { code?: string; message: string },
): boolean {
	return FAULT_WORDS[what].test(`${code} ${message}`.slice(0, READ_CHARACTERS));
}
