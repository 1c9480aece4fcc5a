import { setImmediate as breathe } from 'node:timers/promises';
import { longestStandStill } from './stand-still.ts';

const keepBusy = (ms: number) => {
	const until = performance.now() + ms;
	while (performance.now() < until);
};

test.each([
	['first', [120, 10, 10]],
	['in the middle', [10, 120, 10]],
	['last', [10, 10, 120]],
])('the longest stretch counts when it comes %s', async (_where, stretches) => {
	const longest = await longestStandStill(async () => {
		for (const ms of stretches) {
			keepBusy(ms);
			await breathe();
		}
	});
	expect(longest).toBeGreaterThanOrEqual(119);
});
