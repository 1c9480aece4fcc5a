import { judged, type Figure, type Measured } from './figure.ts';
import { median, ratios } from './statistics.ts';

/** How large a bench is and what makes it repeatable. */
export interface BenchSize {
	/** 1 is the full size; development runs take less. */
	scale: number;
	/** How often what can be repeated is repeated. */
	runs: number;
	seed: number;
}

/** Everything a bench measures, with the raw samples behind it. */
export class Bench {
	readonly figures: Figure[] = [];
	readonly samples: Record<string, number[]> = {};
	readonly size: BenchSize;
	readonly log: (step: string) => void;

	constructor(size: BenchSize, log: (step: string) => void) {
		this.size = size;
		this.log = log;
	}

	/** A number of things at the chosen scale, never less than `least`. */
	scaled(full: number, least = 1): number {
		return Math.max(least, Math.round(full * this.size.scale));
	}

	/** Keeps raw samples. */
	keep(name: string, values: readonly number[]): void {
		this.samples[name] = [...(this.samples[name] ?? []), ...values];
	}

	/** Notes a figure and says it. */
	figure(measured: Measured): void {
		const figure = judged(measured);
		this.figures.push(figure);
		const compared = figure.ratio === null ? '' : `, ratio ${figure.ratio.toPrecision(3)}`;
		this.log(
			`${figure.missed ? 'MISSED ' : ''}${figure.name}: ${figure.value.toPrecision(4)} ${figure.unit}${compared}`,
		);
	}

	/** Notes the medians of paired runs, and the median of their ratios. `over` says which of the two stands above. */
	compared(
		measured: Omit<Measured, 'value' | 'against' | 'ratio' | 'runs'>,
		{ ours, theirs, over }: { ours: readonly number[]; theirs: readonly number[]; over: 'ours' | 'theirs' },
	): void {
		const each = over === 'ours' ? ratios(ours, theirs) : ratios(theirs, ours);
		this.keep(`${measured.name}, ours`, ours);
		this.keep(`${measured.name}, theirs`, theirs);
		this.figure({
			...measured,
			...{ value: median(ours), against: median(theirs), ratio: median(each), runs: each.length },
		});
	}
}
