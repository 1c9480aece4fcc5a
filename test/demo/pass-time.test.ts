import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoClock } from '../../harness/demo/clock/clock.ts';
import { passTime } from '../../harness/demo/clock/pass-time.ts';

const HOUR = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'pass-time-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Follow-ups of a store: each is dealt with a moment after it is due, by the clock that is asked. */
function followUps(clock: DemoClock, due: number[]) {
	const handled: { due: number; at: number }[] = [];
	const waiting = () => due.filter((one) => !handled.some((other) => other.due === one));
	return {
		handled,
		nextDue: () => waiting()[0],
		isUnderWay(now: Date) {
			const come = waiting().filter((one) => one <= now.getTime());
			for (const one of come) handled.push({ due: one, at: clock.now().getTime() });
			return come.length > 0;
		},
	};
}

test('a day passes from one follow-up to the next: none of them comes late', async () => {
	const clock = new DemoClock({ folder: join(folder, 'day') });
	const start = clock.now().getTime();
	const store = followUps(clock, [start + 4 * HOUR, start + 20 * HOUR, start + 30 * HOUR]);
	await passTime(clock, store, 24 * HOUR);
	expect(store.handled.map(({ due }) => due - start)).toEqual([4 * HOUR, 20 * HOUR]);
	for (const { due, at } of store.handled) expect(at - due).toBeLessThan(60_000);
	const passed = clock.now().getTime() - start;
	expect(passed).toBeGreaterThanOrEqual(24 * HOUR);
	expect(passed).toBeLessThan(24 * HOUR + 60_000);
});

test('what is put off again and again does not hold a day up', async () => {
	const clock = new DemoClock({ folder: join(folder, 'put-off') });
	const start = clock.now().getTime();
	const always = { nextDue: () => clock.now().getTime() + 60_000, isUnderWay: () => false };
	await passTime(clock, always, 24 * HOUR);
	expect(clock.now().getTime() - start).toBeGreaterThanOrEqual(24 * HOUR);
});
