import type { Chance } from '../simulation/chance.ts';
import type { CrashSandbox } from './sandbox.ts';

type Kind = 'held before' | 'held after' | 'cut after' | 'cut before' | 'never answered';

/**
 * Most answers are held for a moment, before or after Meta has taken the message, so that a kill finds requests under way;
 * a few are lost altogether. A message whose connection was cut before it was taken is one that Meta never got.
 */
const WEIGHTS: Record<Kind, number> = {
	'held after': 10,
	'held before': 6,
	'cut after': 1,
	'cut before': 1,
	'never answered': 1,
};
const HOLD_MS = { least: 150, most: 900 };

/** Readies a fault for each of so many messages. */
export async function plantFaults(sandbox: CrashSandbox, chance: Chance, count: number): Promise<void> {
	const kinds = Object.entries(WEIGHTS).flatMap(([kind, weight]) => Array<Kind>(weight).fill(kind as Kind));
	for (let index = 0; index < count; index++) {
		const fault = faultOf(chance.oneOf(kinds), chance.between(HOLD_MS.least, HOLD_MS.most));
		await sandbox.call('POST', '/faults', { target: 'send', count: 1, ...fault });
	}
}

function faultOf(kind: Kind, delayMs: number): object {
	switch (kind) {
		case 'held before':
			return { delayMs };
		case 'held after':
			return { delayMs, afterAccept: true };
		case 'cut after':
			return { reset: true, afterAccept: true };
		case 'cut before':
			return { reset: true };
		case 'never answered':
			return { hang: true, afterAccept: true };
	}
}
