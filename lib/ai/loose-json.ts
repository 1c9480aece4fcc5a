export type Fields = Readonly<Record<string, unknown>>;

/** The fields of what should be an object; of anything else there are none. */
export function fieldsOf(value: unknown): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The value, if it is a text with something in it. */
export function textIn(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
