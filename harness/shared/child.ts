import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { LogLines } from './log-lines.ts';
import { CliError } from './cli-error.ts';
import { waitUntil } from './wait-until.ts';

const EXIT_WITH_PARENT = join(import.meta.dirname, 'exit-with-parent.cjs');
const LAUNCH = join(import.meta.dirname, 'launch.cjs');
/** Windows has neither process groups nor a way to start npm without a shell. */
const WINDOWS = process.platform === 'win32';

interface ChildOptions {
	/** How messages call it, e.g. "n8n". */
	name: string;
	command: string;
	args: string[];
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	onLine?: (line: string) => void;
}

/**
 * A process this script started. It never outlives the script. Ours and not execa, which ends a child but neither what
 * that has started, nor the child when this script is killed.
 */
export class Child {
	readonly name: string;
	readonly log: LogLines;
	readonly startedAt = new Date();
	/** Becomes the exit code (`null` after a signal). */
	readonly ended: Promise<number | null>;
	exitCode: number | null | undefined;
	readonly #process: ChildProcess;

	constructor({ name, command, args, cwd, env, onLine }: ChildOptions, exitsWithParent: boolean) {
		this.name = name;
		this.log = new LogLines(onLine);
		this.#process = spawn(command, args, {
			cwd,
			env: env ?? process.env,
			stdio: ['ignore', 'pipe', 'pipe', ...(exitsWithParent ? (['ipc'] as const) : [])],
			// A group of its own: Ctrl-C reaches only this script, which then ends its children in order, and kill() ends grandchildren too.
			detached: !WINDOWS,
			shell: WINDOWS && command !== process.execPath,
		});
		for (const stream of [this.#process.stdout, this.#process.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => this.log.add(text));
		}
		this.ended = new Promise((resolve) => {
			this.#process.once('error', (error) => {
				this.log.add(`${error.message}\n`);
				resolve((this.exitCode = 127));
			});
			this.#process.once('close', (code) => resolve((this.exitCode = code)));
		});
		running.add(this);
		void this.ended.then(() => running.delete(this));
	}

	get hasEnded(): boolean {
		return this.exitCode !== undefined;
	}

	/** Waits for a line that fits, also one that is there already; fails when it ends before, or takes too long. */
	async line(pattern: RegExp, seconds = 60): Promise<RegExpExecArray> {
		return await waitUntil({
			...{ what: `${this.name} to say ${String(pattern)}`, seconds, everyMs: 20 },
			details: () => this.log.last('Its last lines'),
			probe: () => {
				for (const line of this.log.lines) {
					const found = pattern.exec(line);
					if (found) return found;
				}
				return this.assertRunning();
			},
		});
	}

	/** Asks it to end; insists when it has not after some seconds. */
	async stop(patienceMs = 10_000, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		if (this.hasEnded) return;
		this.#process.kill(signal);
		const impatience = setTimeout(() => this.kill(), patienceMs);
		await this.ended;
		clearTimeout(impatience);
	}

	/** Ends it and everything it started at this instant, as a crash would. */
	kill(): void {
		const { pid } = this.#process;
		if (pid === undefined) return;
		try {
			process.kill(WINDOWS ? pid : -pid, 'SIGKILL');
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
		}
	}

	/** Fails, with its last lines, if it is not running any more. */
	assertRunning(): undefined {
		if (this.hasEnded)
			throw new CliError(
				`${this.name} ended by itself (code ${this.exitCode}). ${this.log.last('Its last lines')}`,
			);
	}
}

const running = new Set<Child>();
process.on('exit', () => {
	for (const child of running) child.kill();
});

/** Starts a script with this script's own Node; it ends when this script ends. */
export function startNodeScript(options: Omit<ChildOptions, 'command'>): Child {
	return new Child(
		{ ...options, command: process.execPath, args: ['--require', EXIT_WITH_PARENT, ...options.args] },
		true,
	);
}

/** Starts any program, as another user if need be; it ends when this script ends. */
export function startProgram(options: ChildOptions & { uid?: number; gid?: number }): Child {
	const { uid = '-', gid = '-', command, args, ...rest } = options;
	return startNodeScript({ ...rest, args: [LAUNCH, String(uid), String(gid), command, ...args] });
}

/** Runs a command to its end, bounded in time, and gives its exit code and output. */
export async function runCommand(
	options: ChildOptions & { seconds: number },
): Promise<{ code: number; log: LogLines }> {
	const child = new Child(options, false);
	let late = false;
	const limit = setTimeout(() => {
		late = true;
		child.kill();
	}, options.seconds * 1000);
	const code = await child.ended;
	clearTimeout(limit);
	if (late)
		throw new CliError(
			`${options.name} did not end within ${options.seconds} s. ${child.log.last('Its last lines')}`,
		);
	return { code: code ?? 1, log: child.log };
}
