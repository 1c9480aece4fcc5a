// Loaded into n8n before its own code (see watch.ts), it notes every stretch in which n8n could do nothing else, and at its end
// says which function it spent it in. A timer sees the stretch; the profiler of V8, which looks at the stack every few
// milliseconds and is asked only at the end, knows the function. No debugger is opened and no port.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { isMainThread } from 'node:worker_threads';
import { explain } from './explain.mjs';

const folder = process.env.META_FOLLOWUP_STAND_STILLS;
/** n8n starts other processes, and they get the same environment. */
const isN8n = isMainThread && /[\\/]bin[\\/]n8n$/.test(process.argv[1] ?? '');
const TICK_MS = 10;
/** What is shorter nobody notices. */
const NOTED_MS = 50;
const LOOK_EVERY_US = 2_000;

/** By the clock that nobody sets, which is also the profiler's, in microseconds. */
const steady = () => Number(process.hrtime.bigint() / 1_000n);
/** How long this thread has worked, in microseconds; not there in older versions of Node. */
const worked = () => {
	const { user = 0, system = 0 } = process.threadCpuUsage?.() ?? {};
	return user + system;
};

function watch() {
	const session = new Session();
	session.connect();
	session.post('Profiler.enable');
	session.post('Profiler.setSamplingInterval', { interval: LOOK_EVERY_US });
	session.post('Profiler.start');
	const stretches = [];
	let last = { steady: steady(), worked: worked() };
	setInterval(() => {
		const now = { steady: steady(), worked: worked() };
		const ms = (now.steady - last.steady) / 1_000 - TICK_MS;
		if (ms > NOTED_MS) {
			stretches.push({
				...{ from: last.steady, to: now.steady, ms, workedMs: (now.worked - last.worked) / 1_000 },
				endedAt: performance.timeOrigin + performance.now(),
			});
		}
		last = now;
	}, TICK_MS).unref();
	process.once('exit', () => {
		session.post('Profiler.stop', (error, { profile } = {}) => {
			const found = error ? { error: String(error) } : explain(profile, stretches);
			writeFileSync(`${folder}/${process.pid}.json`, JSON.stringify(found));
		});
	});
}

if (folder && isN8n) watch();
