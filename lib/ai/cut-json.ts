/** The JSON objects that stand in a text, outermost ones only, in their order. */
export function jsonObjectsIn(text: string): object[] {
	const found: object[] = [];
	let start = text.indexOf('{');
	while (start !== -1) {
		const end = endOfObject(text, start);
		const value = end === undefined ? undefined : parsed(text.slice(start, end));
		if (value) found.push(value);
		// A brace in prose is no object: look again right behind it.
		start = text.indexOf('{', value ? end : start + 1);
	}
	return found;
}

function parsed(text: string): object | undefined {
	try {
		return JSON.parse(text) as object;
	} catch {
		return undefined;
	}
}

/** Where the object that begins at `start` is closed; braces inside strings do not count. */
function endOfObject(text: string, start: number): number | undefined {
	let depth = 0;
	let inString = false;
	for (let at = start; at < text.length; at++) {
		const character = text[at];
		if (inString) {
			if (character === '\\') at++;
			else if (character === '"') inString = false;
		} else if (character === '"') inString = true;
		else if (character === '{') depth++;
		else if (character === '}' && --depth === 0) return at + 1;
	}
	return undefined;
}
