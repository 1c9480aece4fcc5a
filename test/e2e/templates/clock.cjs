// Loaded into n8n before its own code: its Date is ahead of the machine's by the milliseconds that stand in a file. Timers
// stay as they are, so that what is due is found as soon as it would be otherwise.
const { readFileSync } = require('node:fs');

const FILE = process.env.META_FOLLOWUP_CLOCK_FILE;
/** How often the file is read at most; n8n asks for the time thousands of times a second. */
const READ_EVERY_MS = 50;

const RealDate = Date;
/** Kept, because libraries write what they read from Date.now back to it. */
const realNow = Date.now.bind(Date);
let ahead = 0;
let readAt = -Infinity;

function now() {
	if (performance.now() - readAt > READ_EVERY_MS) {
		readAt = performance.now();
		ahead = Number(readFileSync(FILE, 'utf8'));
	}
	return realNow() + ahead;
}

if (FILE) {
	globalThis.Date = new Proxy(RealDate, {
		construct: (_target, args, newTarget) =>
			Reflect.construct(RealDate, args.length === 0 ? [now()] : args, newTarget),
		apply: () => new RealDate(now()).toString(),
		get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
	});
}
