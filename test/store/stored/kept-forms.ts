import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What each column of JSON holds, one or more examples of each. */
export type Forms = Record<string, unknown[]>;

const FOLDER = join(__dirname, '../../fixtures/stored');

/** The stored forms of each release, as they are kept for the later ones. */
export function keptForms(): { release: string; forms: Forms }[] {
	return readdirSync(FOLDER).map((name) => ({
		release: name.replace(/\.json$/, ''),
		forms: JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Forms,
	}));
}

/** Keeps what is new in the forms of a release; what is kept already stays, so that another form of it is still noticed. */
export function keepNew(release: string, written: Forms): void {
	const kept = keptForms().find((one) => one.release === release)?.forms ?? {};
	const file = join(FOLDER, `${release}.json`);
	writeFileSync(file, `${JSON.stringify(withNew(kept, written), undefined, '\t')}\n`);
}

function withNew(kept: unknown, written: unknown): unknown {
	if (Array.isArray(kept) && Array.isArray(written))
		return [...kept.map((one, place) => withNew(one, written[place])), ...written.slice(kept.length)];
	if (!isObject(kept) || !isObject(written)) return kept;
	const both = Object.entries(kept).map(([key, value]) => [key, withNew(value, written[key])]);
	const added = Object.entries(written).filter(([key]) => !(key in kept));
	return Object.fromEntries([...both, ...added]);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
