// Loaded into a process before its own code (see clock.ts), it makes that process live by the clock of the demo: `Date`
// tells the clock's time, and whatever waits for a time of day (n8n's cron, its waiting executions, the package's own
// pauses) waits by it. Time limits of requests, pings and other guards stay in real time: they are about this machine.
const { follow } = require('./shared-time.cjs');
const { replaceDate } = require('./date.cjs');
const { patchClearing, armAgain } = require('./timers.cjs');
const { patchWaiting } = require('./who-waits.cjs');
const { passOn } = require('./pass-on.cjs');

const folder = process.env.FOLLOW_UP_DEMO_CLOCK;
if (folder) {
	follow(folder, armAgain);
	replaceDate();
	patchClearing();
	patchWaiting();
	passOn(folder, __filename);
}
