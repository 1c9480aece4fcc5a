import type { BenchSize } from '../bench.ts';
import type { Figure } from '../figure.ts';
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
		/** Left out when it is that of the machine's; parts of several runs may be of several commits. */
		commit?: string;
	}[];
	machine: Machine;
	samples: Record<string, number[]>;
}
