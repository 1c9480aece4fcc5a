import { statSync } from 'node:fs';

/**
 * Knows a file by what it is and not by its name: whoever holds a file that was moved away or deleted goes on to write to it,
 * and what was written there is not found again.
 */
export class OpenFile {
	private known: string | undefined;

	constructor(private readonly path: string) {}

	/** The file that lies there now is the one that was opened. */
	remember(): void {
		this.known = this.identity();
	}

	exists(): boolean {
		return this.identity() !== undefined;
	}

	/** Whether the file that was opened still lies there. Asked with every transaction; it takes some microseconds. */
	isInPlace(): boolean {
		return this.known !== undefined && this.identity() === this.known;
	}

	private identity(): string | undefined {
		const stat = statSync(this.path, { throwIfNoEntry: false });
		return stat && `${stat.dev}:${stat.ino}`;
	}
}
