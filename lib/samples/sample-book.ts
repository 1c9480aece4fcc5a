import { randomBytes } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Anonymiser } from './anonymise.ts';
import { shapeOf } from './shape.ts';

/** Each form once; more of them than Meta documents, and no disk is filled. */
const MOST_FILES = 300;
/** A delivery of a thousand messages shows nothing that one of them does not. */
const MOST_BYTES = 256 * 1024;

/**
 * Keeps one anonymised sample of each form of delivery in a folder, for people to look at and to send to those who maintain
 * this package. Nothing is sent anywhere.
 */
export class SampleBook {
	private readonly anonymiser = new Anonymiser(randomBytes(32));
	private known: Promise<Set<string>> | undefined;
	private hasFailed = false;

	constructor(
		readonly folder: string,
		private readonly log: (line: string) => void,
	) {}

	/** In the background: no delivery waits for a sample, or fails by it. */
	note(json: unknown, bytes: number): void {
		if (bytes > MOST_BYTES || this.hasFailed) return;
		this.keep(json).catch((error: Error) => {
			// Until n8n starts again: the same would be said with every delivery.
			this.hasFailed = true;
			this.log(
				`Samples of deliveries cannot be kept in ${this.folder}: ${error.message}. Give n8n the right to write there, then publish the workflow again.`,
			);
		});
	}

	private async keep(json: unknown): Promise<void> {
		const shape = shapeOf(json);
		const known = await (this.known ??= this.read());
		if (known.has(shape) || known.size >= MOST_FILES) return;
		known.add(shape);
		const text = JSON.stringify(this.anonymiser.anonymise(json), undefined, '\t');
		await writeFile(join(this.folder, `${shape}.json`), `${text}\n`, { mode: 0o600 });
	}

	private async read(): Promise<Set<string>> {
		await mkdir(this.folder, { recursive: true, mode: 0o700 });
		return new Set((await readdir(this.folder)).map((name) => name.replace(/\.json$/, '')));
	}
}

const books = new Map<string, SampleBook>();

/** The book of a folder in this process. */
export function sampleBook(folder: string, log: (line: string) => void): SampleBook {
	const book = books.get(folder) ?? new SampleBook(folder, log);
	books.set(folder, book);
	return book;
}
