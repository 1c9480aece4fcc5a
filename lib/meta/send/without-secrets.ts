/** Shorter than any token or secret of Meta; a word of every day is not to be blanked. */
const SHORTEST_SECRET = 8;

/** An answer with every secret in its texts blanked, in the form in which it came. Nothing is copied where none stands. */
export function withoutSecrets(body: unknown, secrets: readonly (string | undefined)[]): unknown {
	const known = secrets.flatMap((secret) => (secret && secret.length >= SHORTEST_SECRET ? [secret] : []));
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	if (text === undefined || !known.some((secret) => text.includes(secret))) return body;
	return blanked(body, known);
}

function blanked(value: unknown, secrets: readonly string[]): unknown {
	if (typeof value === 'string')
		return secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), value);
	if (Array.isArray(value)) return value.map((one) => blanked(one, secrets));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, blanked(one, secrets)]));
}
