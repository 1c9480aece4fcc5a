const Module = require('node:module');
const { sep } = require('node:path');
const { clockTimers } = require('./timers.cjs');

const GLOBAL = '__followUpDemoClock';
const BOTH = `const { setTimeout, setInterval } = globalThis.${GLOBAL};`;

/**
 * The modules that wait for a time of day, and what is put before their code. Named one by one: what merely limits an
 * operation in time (a request, a database connection, a ping) would fail if it ran sixty times faster.
 */
const WAITING = [
	{ file: /\/node_modules\/cron\/dist\/job\.js$/, before: BOTH },
	{ file: /\/node_modules\/n8n\/dist\/wait-tracker\.js$/, before: BOTH },
	{ file: /\/node_modules\/n8n-nodes-base\/dist\/nodes\/Wait\/Wait\.node\.js$/, before: BOTH },
	// The engine keeps its leases by an interval. Its timeouts belong to the libraries in it, which guard requests.
	{
		file: /\/n8n-nodes-meta-followup\/dist\/lib\/index\.js$/,
		before: `const { setInterval } = globalThis.${GLOBAL};`,
	},
	{
		file: /\/n8n-nodes-meta-followup\/dist\/nodes\/.*\.js$/,
		before: `${BOTH} require = globalThis.${GLOBAL}.withClockSleep(require);`,
	},
];

/** Gives the modules above timers that follow the clock, when they are loaded. */
function patchWaiting() {
	globalThis[GLOBAL] = { ...clockTimers, withClockSleep };
	const compile = Module.prototype._compile;
	Module.prototype._compile = function (code, file, ...rest) {
		const path = file.split(sep).join('/');
		const found = WAITING.find((waiting) => waiting.file.test(path));
		const strict = /^\s*['"]use strict['"]/.test(code) ? '"use strict";' : '';
		// On the first line, so that the lines of error messages stay right.
		return compile.call(this, found ? `${strict}${found.before}${code}` : code, file, ...rest);
	};
}

/** The package pauses by n8n-workflow's `sleep`, which n8n itself also uses to guard things; only the package's follows. */
function withClockSleep(require) {
	const sleep = (ms) => new Promise((resolve) => clockTimers.setTimeout(resolve, ms));
	return (name) => {
		const found = require(name);
		if (name !== 'n8n-workflow') return found;
		return new Proxy(found, {
			get: (target, key) => (key === 'sleep' ? sleep : Reflect.get(target, key)),
		});
	};
}

module.exports = { patchWaiting };
