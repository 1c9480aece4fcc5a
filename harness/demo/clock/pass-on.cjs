const childProcess = require('node:child_process');

/** n8n starts its task runner, in which Code nodes run, with an environment of its own making: the clock is put into it. */
function passOn(folder, preload) {
	const { spawn } = childProcess;
	childProcess.spawn = function (command, args, options, ...rest) {
		const { env } = options ?? {};
		if (!env || env.FOLLOW_UP_DEMO_CLOCK) return spawn.call(this, command, args, options, ...rest);
		const nodeOptions = [env.NODE_OPTIONS, `--require=${JSON.stringify(preload)}`].filter(Boolean).join(' ');
		const withClock = { ...env, FOLLOW_UP_DEMO_CLOCK: folder, NODE_OPTIONS: nodeOptions };
		return spawn.call(this, command, args, { ...options, env: withClock }, ...rest);
	};
}

module.exports = { passOn };
