import { jsonObjectsIn } from './cut-json.ts';
import { fieldsOf, textIn } from './loose-json.ts';

/** Types of a part that is meant for the reader; the others are reasoning, calls of tools, pictures. */
const READABLE = new Set<unknown>([undefined, 'text', 'output_text']);

/** More reasoning than this is no answer. */
const REASONING_CHARACTERS = 200_000;

/**
 * The text of a content: a text, a list of parts of which only those with text are for the reader, or JSON that was read
 * already. Empty when there is none.
 */
export function textOfContent(content: unknown): string {
	if (typeof content === 'string') return content.trim();
	if (Array.isArray(content)) return content.map(textOfPart).join('').trim();
	const fields = fieldsOf(content);
	if (Object.keys(fields).length === 0) return '';
	return textIn(fields['text']) ?? JSON.stringify(fields);
}

function textOfPart(part: unknown): string {
	if (typeof part === 'string') return part;
	const { type, text } = fieldsOf(part);
	if (!READABLE.has(type)) return '';
	if (typeof text === 'string') return text;
	const { value } = fieldsOf(text);
	return typeof value === 'string' ? value : '';
}

/** The answer of a model that thinks and wrote it there: of the places where reasoning stands the first that holds JSON. */
export function answerInReasoning(places: readonly unknown[]): string {
	for (const place of places) {
		const text = reasoningIn(place).trim();
		if (text.length <= REASONING_CHARACTERS && jsonObjectsIn(text).length > 0) return text;
	}
	return '';
}

function reasoningIn(place: unknown): string {
	if (typeof place === 'string') return place;
	if (Array.isArray(place)) return place.map(reasoningIn).join('');
	const { text, thinking, reasoning, summary, content } = fieldsOf(place);
	const inside = text ?? thinking ?? reasoning ?? summary ?? content;
	return inside === undefined ? '' : reasoningIn(inside);
}
