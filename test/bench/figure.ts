/** What a figure has to reach: the bound, and which side of it is good. */
export type Target = { atLeast: number; of: 'value' | 'ratio' } | { atMost: number; of: 'value' | 'ratio' };

/** One measured figure, as it is printed on a line of its own. */
export interface Figure {
	name: string;
	value: number;
	unit: string;
	/** The same of what it is compared with. */
	against: number | null;
	/** How they compare; of each run by itself, so that a busy minute hits both. */
	ratio: number | null;
	/** How many runs the median is of. */
	runs: number;
	missed: boolean;
	/** What it should reach, in words; empty where there is no bound. */
	target: string;
	/** How it was measured. */
	note: string;
}

/** A figure before it is held against its target. */
export type Measured = Pick<Figure, 'name' | 'value' | 'unit' | 'runs'> & {
	against?: number;
	ratio?: number;
	target?: Target;
	note?: string;
};

/** Holds a figure against its target. */
export function judged({ target, against, ratio, note = '', ...rest }: Measured): Figure {
	const found = target?.of === 'ratio' ? ratio : rest.value;
	return {
		...rest,
		...{ against: against ?? null, ratio: ratio ?? null, note },
		missed: target !== undefined && !reaches(target, found ?? NaN),
		target: target ? inWords(target, rest.unit) : '',
	};
}

function reaches(target: Target, found: number): boolean {
	return 'atLeast' in target ? found >= target.atLeast : found <= target.atMost;
}

function inWords(target: Target, unit: string): string {
	const bound = 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
	return target.of === 'ratio' ? `${bound} times` : `${bound} ${unit}`;
}
