import { isObject } from '../http.ts';
import type { Input } from './types.ts';

/** The text of the last user message, also when it comes in parts. */
export function lastUserText(messages: unknown): string {
	const last = Array.isArray(messages)
		? messages.findLast((message) => isObject(message) && message['role'] === 'user')
		: undefined;
	const content: unknown = last?.content;
	if (typeof content === 'string') return content;
	if (!Array.isArray(content)) return '';
	return content
		.map((part) => (isObject(part) && typeof part['text'] === 'string' ? part['text'] : ''))
		.join('\n');
}

/** The document with `followUps` and `transcript` inside a text, or undefined when there is none. */
export function findInput(text: string): Input | undefined {
	for (let start = text.indexOf('{'); start !== -1; start = text.indexOf('{', start + 1)) {
		const parsed = parse(text.slice(start, endOfObject(text, start)));
		if (isObject(parsed) && Array.isArray(parsed['followUps']) && Array.isArray(parsed['transcript'])) {
			const objects = (list: unknown[]) => list.filter(isObject);
			return {
				...parsed,
				followUps: objects(parsed['followUps']),
				transcript: objects(parsed['transcript']),
			} as Input;
		}
	}
	return undefined;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function endOfObject(text: string, start: number): number {
	let depth = 0;
	let quoted = false;
	for (let index = start; index < text.length; index += 1) {
		const character = text[index];
		if (quoted) {
			if (character === '\\') index += 1;
			else if (character === '"') quoted = false;
		} else if (character === '"') quoted = true;
		else if (character === '{') depth += 1;
		else if (character === '}' && (depth -= 1) === 0) return index + 1;
	}
	return text.length;
}
