import type { BenchSize } from '../../test/bench/bench.ts';
import type { Figure } from '../../test/bench/figure.ts';
import type { Machine } from './machine.ts';

/** What a bench leaves behind. */
export interface Results {
	parts: {
		name: string;
		startedAt: string;
		seconds: number;
		loadBefore: number;
		figures: Figure[];
		size: BenchSize;
	}[];
	machine: Machine;
	samples: Record<string, number[]>;
}
