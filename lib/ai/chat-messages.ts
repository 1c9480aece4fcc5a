import type { ModelRequest } from './decision-model.ts';
import { schemaInstruction } from './frame.ts';

/** A message as every chat API and every n8n chat model takes it. */
export interface ChatMessage {
	role: 'system' | 'user' | 'assistant';
	content: string;
}

/** The question as chat messages; the schema is written out where the source cannot enforce it. */
export function messagesOf(
	request: ModelRequest,
	{ schemaInText }: { schemaInText: boolean },
): ChatMessage[] {
	const { system, user, schema } = request;
	return [
		{ role: 'system', content: schemaInText ? `${system}\n\n${schemaInstruction(schema)}` : system },
		// All in one message: some servers refuse two of the same role in a row, and the data stays in the last one.
		{ role: 'user', content: [user, ...repairOf(request)].join('\n\n') },
	];
}

function repairOf({ repair }: ModelRequest): string[] {
	if (!repair) return [];
	if (repair.answer === undefined)
		return [`Your answer before could not be used: ${repair.complaint} Answer again, shorter.`];
	return [
		`Your answer before was:\n${repair.answer}`,
		`It cannot be used: ${repair.complaint} Answer again, in full.`,
	];
}
