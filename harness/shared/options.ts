import { CliError } from './cli-error.ts';
import type { Option } from './command-line.ts';

interface Described<Fallback> {
	says: string;
	/** What stands for the value in the help. */
	stands?: string;
	/** What counts when the option is not given. */
	fallback?: Fallback;
}

interface Bounds {
	above?: number;
	least?: number;
	most?: number;
}

/** On when it is given. */
export function flag(says: string): Option<boolean> {
	return { says, read: (given) => given === true };
}

/** Any text. */
export function text<Fallback extends string | undefined = undefined>({
	says,
	stands = '<text>',
	fallback,
}: Described<Fallback>): Option<string | Fallback> {
	return { says, stands, ...withFallback(fallback), read: (given) => given as string | Fallback };
}

/** Texts; the option may be given several times. */
export function texts({ says, stands = '<text>' }: Described<undefined>): Option<string[]> {
	return { says, stands, many: true, read: (given) => (given as string[] | undefined) ?? [] };
}

/** One of a few words. */
export function choice<Word extends string, Fallback extends Word | undefined = undefined>(
	words: readonly Word[],
	{ says, fallback }: Described<Fallback>,
): Option<Word | Fallback> {
	return {
		...{ says, stands: words.join('|') },
		...withFallback(fallback),
		read(given, name) {
			if (given === undefined) return undefined as Fallback;
			const word = words.find((one) => one === given);
			if (word !== undefined) return word;
			throw new CliError(`${name} is "${String(given)}"; it must be ${words.join(' or ')}.`);
		},
	};
}

/** A number without a fraction. */
export function whole<Fallback extends number | undefined = undefined>(
	described: Described<Fallback> & Bounds,
): Option<number | Fallback> {
	return numeric('a whole number', Number.isInteger, described);
}

/** Any number. */
export function decimal<Fallback extends number | undefined = undefined>(
	described: Described<Fallback> & Bounds,
): Option<number | Fallback> {
	return numeric('a number', Number.isFinite, described);
}

function numeric<Fallback extends number | undefined>(
	kind: string,
	fits: (value: number) => boolean,
	{ says, stands = '<n>', fallback, ...bounds }: Described<Fallback> & Bounds,
): Option<number | Fallback> {
	return {
		...{ says, stands },
		...withFallback(fallback),
		read(given, name) {
			if (given === undefined) return undefined as Fallback;
			const value = String(given).trim() === '' ? NaN : Number(given);
			if (fits(value) && isWithin(value, bounds)) return value;
			throw new CliError(`${name} is "${String(given)}"; it must be ${kind}${spokenBounds(bounds)}.`);
		},
	};
}

const withFallback = (fallback: string | number | undefined) =>
	fallback === undefined ? {} : { fallback: String(fallback) };

function isWithin(value: number, { above = -Infinity, least = -Infinity, most = Infinity }: Bounds): boolean {
	return value > above && value >= least && value <= most;
}

function spokenBounds({ above, least, most }: Bounds): string {
	if (above !== undefined) return ` above ${above}${most === undefined ? '' : `, ${most} or less`}`;
	if (least === undefined) return most === undefined ? '' : `, ${most} or less`;
	return most === undefined ? `, ${least} or more` : ` from ${least} to ${most}`;
}
