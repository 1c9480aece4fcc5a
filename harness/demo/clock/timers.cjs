const { now, realDelayUntil } = require('./shared-time.cjs');

const real = { setTimeout, clearTimeout, clearInterval };
/** So that a fast clock does not turn a short pause into a busy loop. */
const SHORTEST_MS = 10;
const LONGEST_MS = 2 ** 31 - 1;
const pending = new Set();

/** A timer that is due at a time of the clock. */
class ClockTimer {
	constructor(run, ms, repeats) {
		this.run = run;
		this.ms = Math.max(Number(ms) || 0, 1);
		this.repeats = repeats;
		this.keepsAlive = true;
		this.refresh();
	}

	arm() {
		real.clearTimeout(this.timer);
		const delay = Math.min(Math.max(realDelayUntil(this.due), SHORTEST_MS), LONGEST_MS);
		this.timer = real.setTimeout(() => this.fire(), Math.ceil(delay));
		if (!this.keepsAlive) this.timer.unref();
	}

	fire() {
		if (now() < this.due) return this.arm();
		// After a jump over several turns there is one, as after a computer slept.
		if (this.repeats) this.refresh();
		else pending.delete(this);
		this.run();
	}

	refresh() {
		this.due = now() + this.ms;
		pending.add(this);
		this.arm();
		return this;
	}

	close() {
		pending.delete(this);
		real.clearTimeout(this.timer);
		return this;
	}

	ref() {
		this.keepsAlive = true;
		this.timer.ref();
		return this;
	}

	unref() {
		this.keepsAlive = false;
		this.timer.unref();
		return this;
	}

	hasRef() {
		return this.keepsAlive;
	}

	[Symbol.dispose]() {
		this.close();
	}
}

/** The two functions by which modules that wait for a time of day set their timers. */
const clockTimers = {
	setTimeout: (run, ms, ...args) => new ClockTimer(() => run(...args), ms, false),
	setInterval: (run, ms, ...args) => new ClockTimer(() => run(...args), ms, true),
};

/** After a jump or a change of speed: everything that waits is due earlier, in its order. */
function armAgain() {
	for (const timer of [...pending].sort((one, other) => one.due - other.due)) timer.arm();
}

/** Lets the ordinary clearTimeout and clearInterval end such a timer too. */
function patchClearing() {
	for (const name of ['clearTimeout', 'clearInterval']) {
		globalThis[name] = (timer) => (timer instanceof ClockTimer ? void timer.close() : real[name](timer));
	}
}

module.exports = { armAgain, clockTimers, patchClearing };
