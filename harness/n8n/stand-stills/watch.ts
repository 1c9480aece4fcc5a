import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../../shared/temporary-folder.ts';

/** A stretch in which an n8n could do nothing else. */
export interface StandStill {
	ms: number;
	/** How much of it the processor worked for this thread; what is missing it waited for a disk, or for other programs. */
	workedMs: number;
	/** Real time, in ms since 1970. */
	endedAt: number;
	/** How much of it this package was on the stack. */
	oursMs: number;
	/** In which function of this package most of it went by, and in which other one. */
	ours?: string;
	others?: string;
}

const PRELOAD = pathToFileURL(join(import.meta.dirname, 'preload.mjs')).href;

/** What all n8n's of this process have shown that ended in good order, since it was last taken. */
const seen: StandStill[] = [];

/**
 * Whether the event loop of each n8n is watched that a play starts: `WATCH_STAND_STILLS=1` before the command. It costs some
 * speed, and on a machine that is busy with other things plays may fail by it.
 */
export function watchesStandStills(): boolean {
	return process.env.WATCH_STAND_STILLS === '1';
}

/** Watches the event loop of an n8n that is about to start, if that is wanted. */
export class StandStillWatch {
	private readonly folder = watchesStandStills() ? temporaryFolder('stand-stills') : undefined;
	private readyAt = Infinity;

	/** What goes into the environment besides. */
	env(environment: NodeJS.ProcessEnv): Record<string, string> {
		if (this.folder === undefined) return {};
		return {
			META_FOLLOWUP_STAND_STILLS: this.folder,
			NODE_OPTIONS: [environment.NODE_OPTIONS, `--import=${PRELOAD}`].filter(Boolean).join(' '),
		};
	}

	/** From here on it counts: what is loaded before keeps nobody waiting. */
	ready(): void {
		this.readyAt = Math.min(this.readyAt, Date.now());
	}

	/** Reads what was seen, when n8n has ended. A crash leaves nothing behind. */
	ended(): void {
		const { folder } = this;
		for (const file of folder === undefined ? [] : readdirSync(folder)) {
			const found = JSON.parse(readFileSync(join(folder as string, file), 'utf8')) as
				| StandStill[]
				| { error: string };
			if ('error' in found) throw new Error(`The stand-stills of n8n could not be read: ${found.error}`);
			seen.push(...found.filter(({ endedAt, ms }) => endedAt - ms > this.readyAt));
		}
	}
}

/** What was seen since this was last asked. */
export function takeStandStills(): StandStill[] {
	return seen.splice(0);
}
