// Runs a program that is no script of Node under a process that is: node --require exit-with-parent.cjs launch.cjs <uid> <gid>
// <command> …; "-" for the own user. With the process group of this one the program ends too, however its starter ended.
const { spawn } = require('node:child_process');
const [uid, gid, command, ...args] = process.argv.slice(2);

const child = spawn(command, args, {
	stdio: ['ignore', 'inherit', 'inherit'],
	...(uid === '-' ? {} : { uid: Number(uid), gid: Number(gid) }),
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGQUIT']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
	console.error(error.message);
	process.exit(127);
});
child.once('exit', (code) => process.exit(code ?? 1));
