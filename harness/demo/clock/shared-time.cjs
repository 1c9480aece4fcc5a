// The time that all processes of a demo share. It stands in one small file, so that a jump reaches all of them:
// { revision, real, virtual, speed } says that it was `virtual` when this machine's clock showed `real`.
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** How soon a process notices a jump. */
const LOOK_EVERY_MS = 50;
const realNow = Date.now;
const repeat = setInterval;

let state = { revision: 0, real: 0, virtual: 0, speed: 1 };

/** The time of the clock, in whole milliseconds. */
const now = () => state.virtual + Math.floor((realNow() - state.real) * state.speed);

/** How long something that is due at a time of the clock has to be waited for in real milliseconds. */
const realDelayUntil = (due) => (due - now()) / state.speed;

/** Follows the clock in a folder and calls back after each change of it. */
function follow(folder, onChange) {
	const seen = join(folder, 'followers', String(process.pid));
	const take = () => {
		state = JSON.parse(readFileSync(join(folder, 'clock.json'), 'utf8'));
	};
	const tell = () => {
		writeFileSync(`${seen}.new`, String(state.revision));
		renameSync(`${seen}.new`, seen);
	};
	take();
	mkdirSync(join(folder, 'followers'), { recursive: true });
	tell();
	process.once('exit', () => rmSync(seen, { force: true }));
	repeat(() => {
		const { revision } = state;
		try {
			take();
			if (state.revision === revision) return;
			onChange();
			tell();
		} catch (error) {
			// The folder goes when the demo ends; a process that is still ending keeps the time it has.
			if (error.code !== 'ENOENT') throw error;
		}
	}, LOOK_EVERY_MS).unref();
}

module.exports = { follow, now, realDelayUntil };
