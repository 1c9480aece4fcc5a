/**
 * Follow-ups as the form of Follow-Up Evaluate holds them, in the form in which they are written as JSON: what was added as an
 * option stands beside the other fields, and the text for when the AI fails in the place of a fixed one.
 */
export function writtenFollowUps(values: unknown): unknown {
	return Array.isArray(values) ? values.map(written) : values;
}

interface OnForm {
	messageSource?: string;
	options?: { fallbackText?: string };
}

function written(value: unknown): unknown {
	const { options = {}, ...fields } = (value ?? {}) as OnForm;
	const { fallbackText = '', ...more } = options;
	const byAi = (fields.messageSource ?? 'ai') === 'ai';
	return { ...fields, ...more, ...(byAi ? { message: fallbackText } : {}) };
}
