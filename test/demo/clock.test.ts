import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DemoClock } from '../../harness/demo/clock/clock.ts';

const root = join(import.meta.dirname, '..', '..');
const HOUR = 3_600_000;
const START = new Date('2026-11-20T10:15:00.000Z');
let folder: string;
const running: ChildProcess[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'clock-test-'));
});
afterEach(() => {
	for (const child of running.splice(0)) child.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

/** Runs a script under the clock and gives its printed lines as they come. */
function follow(clock: DemoClock, script: string) {
	const child = spawn(join(root, 'node_modules', '.bin', 'node'), ['-e', script], {
		cwd: root,
		env: { ...process.env, ...clock.env },
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	running.push(child);
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	return { next: async () => (await lines.next()).value as string, child };
}

const HOURLY = `
	const { CronJob } = require('cron');
	new CronJob('0 0 * * * *', () => console.log('tick ' + new Date().toISOString()), undefined, true, 'UTC');
	console.log('ready');
`;

test('n8n’s cron fires as soon as the clock is put over its hour, and once', async () => {
	const clock = new DemoClock({ folder, start: START });
	const process = follow(clock, HOURLY);
	expect(await process.next()).toBe('ready');
	await clock.advance(HOUR);
	expect(await process.next()).toMatch(/^tick 2026-11-20T11:15:0/);
	await clock.advance(5 * HOUR);
	expect(await process.next()).toMatch(/^tick 2026-11-20T16:15:/);
	await clock.advanceTo(new Date('2026-11-20T17:00:00Z'));
	expect(await process.next()).toMatch(/^tick 2026-11-20T17:00:/);
});

test('at a high speed an hour of cron passes by itself', async () => {
	const clock = new DemoClock({ folder, start: START, speed: 36_000 });
	const process = follow(clock, HOURLY);
	expect(await process.next()).toBe('ready');
	const hours = new Set<string>();
	while (hours.size < 5) hours.add((await process.next()).slice(0, 18));
	expect([...hours].every((tick) => tick.startsWith('tick 2026-11-'))).toBe(true);
});

test('every process has the same time, before and after a jump', async () => {
	const clock = new DemoClock({ folder, start: START });
	const script = `process.stdin.on('data', () => console.log(Date.now()))`;
	const processes = [follow(clock, script), follow(clock, script)];
	const times = async () => {
		for (const { child } of processes) child.stdin?.write('?\n');
		return await Promise.all(processes.map(async ({ next }) => Number(await next())));
	};
	for (const jump of [0, 4 * HOUR]) {
		if (jump > 0) await clock.advance(jump);
		const before = clock.now().getTime();
		const told = await times();
		const after = clock.now().getTime();
		for (const time of told) {
			expect(time).toBeGreaterThanOrEqual(before);
			expect(time).toBeLessThanOrEqual(after);
		}
	}
});

test('dates stay dates, and time limits of requests stay real', async () => {
	const clock = new DemoClock({ folder, start: START, speed: 10_000 });
	const script = `
		const { DateTime } = require('luxon');
		const begun = performance.now();
		const limit = new Promise((resolve) => setTimeout(resolve, 300));
		limit.then(() => console.log(JSON.stringify({
			luxon: DateTime.utc().year, text: typeof Date(), own: new Date() instanceof Date,
			cloned: structuredClone(new Date(5)) instanceof Date, parsed: new Date('2020-02-02').getTime(),
			again: new (new Date(1).constructor)(7).getTime(), late: performance.now() - begun >= 290,
		})));
	`;
	expect(JSON.parse(await follow(clock, script).next())).toEqual({
		luxon: 2026,
		text: 'string',
		own: true,
		cloned: true,
		parsed: Date.parse('2020-02-02'),
		again: 7,
		late: true,
	});
});

test('a process that n8n starts with an environment of its own lives by the clock too', async () => {
	const clock = new DemoClock({ folder, start: new Date('2031-01-01T00:00:00Z') });
	const script = `
		require('node:child_process').spawn(process.execPath, ['-p', 'new Date().getFullYear()'],
			{ env: { PATH: process.env.PATH }, stdio: ['ignore', 'inherit', 'inherit'] });
	`;
	expect(await follow(clock, script).next()).toBe('2031');
});

test('time cannot be put back', async () => {
	const clock = new DemoClock({ folder, start: START });
	await expect(clock.advance(-1)).rejects.toThrow('only goes forward');
	expect(() => new DemoClock({ folder, speed: 0 })).toThrow('above 0');
});

test('the clock can be made faster on the way', async () => {
	const clock = new DemoClock({ folder, start: START });
	const process = follow(clock, HOURLY);
	expect(await process.next()).toBe('ready');
	await clock.setSpeed(36_000);
	expect(await process.next()).toMatch(/^tick 2026-11-20T11:/);
});
