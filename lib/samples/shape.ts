import { createHash } from 'node:crypto';
import { isName, isToken } from './kept.ts';

/** Names the form of a delivery: two that differ in nothing but numbers, names and texts have the same. */
export function shapeOf(json: unknown): string {
	return createHash('sha256')
		.update(JSON.stringify(formOf(json, '')))
		.digest('hex')
		.slice(0, 16);
}

function formOf(value: unknown, under: string): unknown {
	if (Array.isArray(value))
		return [...new Set(value.map((one) => JSON.stringify(formOf(one, under))))].sort();
	if (typeof value === 'string') return isToken(under, value) ? value : 'text';
	if (typeof value !== 'object' || value === null) return typeof value;
	return Object.entries(value)
		.map(([name, inner]) => [isName(name) ? name : 'key', formOf(inner, name)])
		.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
