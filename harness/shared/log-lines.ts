const KEPT_LINES = 5000;
const LAST_LINES = 30;

/** The output of a process, line by line. */
export class LogLines {
	readonly lines: string[] = [];
	#begun = '';
	readonly #listener: (line: string) => void;

	constructor(listener: (line: string) => void = () => {}) {
		this.#listener = listener;
	}

	/** Takes in a piece of output, which need not end at the end of a line. */
	add(text: string): void {
		const pieces = (this.#begun + text).split(/\r?\n/);
		this.#begun = pieces.pop() ?? '';
		for (const line of pieces) {
			this.lines.push(line);
			this.#listener(line);
		}
		if (this.lines.length > KEPT_LINES) this.lines.splice(0, this.lines.length - KEPT_LINES);
	}

	/** The last lines under a heading, to be shown when something did not go as it should. */
	last(heading: string): string {
		const shown = [...this.lines, this.#begun].filter((line) => line.trim() !== '').slice(-LAST_LINES);
		return shown.length === 0
			? `${heading}: nothing`
			: `${heading}:\n${shown.map((line) => `  | ${line}`).join('\n')}`;
	}
}
