import type { ModelRequest } from './decision-model.ts';
import { schemaInstruction } from './frame.ts';

/** A message as every chat API and every n8n chat model takes it. */
export interface ChatMessage {
	role: 'system' | 'user' | 'assistant';
	content: string;
}

/**
 * The question as chat messages; the schema is written out where the source cannot enforce it, and all stands in one
 * message where it knows no system messages.
 */
export function messagesOf(
	request: ModelRequest,
	{ schemaInText, systemRole = true }: { schemaInText: boolean; systemRole?: boolean },
): ChatMessage[] {
	const { user, schema } = request;
	const system = schemaInText ? `${request.system}\n\n${schemaInstruction(schema)}` : request.system;
	// Some servers refuse two messages of the same role in a row, and the data stays in the last one.
	const question = [user, ...repairOf(request)].join('\n\n');
	if (!systemRole) return [{ role: 'user', content: `${system}\n\n${question}` }];
	return [
		{ role: 'system', content: system },
		{ role: 'user', content: question },
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
