const WIDTH = 120;

/** A text over several lines; those after the first begin so many characters further in. */
export function wrapped(text: string, indent: number): string {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const line = lines.at(-1);
		if (line !== undefined && indent + line.length + 1 + word.length <= WIDTH)
			lines[lines.length - 1] = `${line} ${word}`;
		else lines.push(word);
	}
	return lines.join(`\n${' '.repeat(indent)}`);
}
