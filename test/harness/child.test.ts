import { join } from 'node:path';
import { startNodeScript, startProgram } from '../../harness/shared/child.ts';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import { waitUntil } from '../../harness/shared/wait-until.ts';

const CHILD = JSON.stringify(join(PROJECT_DIR, 'harness', 'shared', 'child.ts'));
/** Starts a program that tells its process ID and never ends by itself. */
const PARENT = `
	import { startProgram } from ${CHILD};
	startProgram({
		name: 'sleeper',
		command: process.execPath,
		args: ['-e', 'console.log("child " + process.pid); setInterval(() => {}, 1000)'],
		onLine: (line) => console.log(line),
	});`;

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

test('a program ends when the one that started it is killed', async () => {
	const parent = startNodeScript({ name: 'the parent', args: ['--input-type=module', '-e', PARENT] });
	const pid = Number((await parent.line(/^child (\d+)$/))[1]);
	expect(isRunning(pid)).toBe(true);
	parent.kill();
	await waitUntil({
		what: 'the program to end',
		seconds: 60,
		probe: () => (isRunning(pid) ? undefined : true),
	});
	expect(isRunning(pid)).toBe(false);
});

test('waiting for a line ends with the program, and says what it said', async () => {
	const child = startProgram({ name: 'it', command: process.execPath, args: ['-e', 'console.log("oh no")'] });
	await expect(child.line(/never said/)).rejects.toThrow(/it ended by itself \(code 0\)[\s\S]*oh no/);
});
