/** The JSON of a body; undefined if it is none. No JSON is undefined itself. */
export function bodyJson(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString('utf8')) as unknown;
	} catch {
		return undefined;
	}
}
