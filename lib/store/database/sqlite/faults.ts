import { StoreUnavailableError } from '../unavailable.ts';

interface Fault {
	found: string;
	advice: string;
}

const UNHARMED = 'Nothing was changed by what failed, and it is tried again by itself.';

/** SQLite's primary result codes (sqlite.org/rescode.html, read 2026-11-30) that somebody can do something about. */
const FAULTS: Record<number, Fault> = {
	5: {
		found: 'is locked by another program',
		advice: `End what holds it: a copy or backup tool, the sqlite3 command line, a second n8n on the same folder. ${UNHARMED}`,
	},
	8: {
		found: 'may not be written to',
		advice:
			'Give the user that runs n8n the right to write to the file and its folder, or mount the volume without "read-only".',
	},
	10: {
		found: 'could not be read or written because the disk reported a fault',
		advice: `Check the disk and the volume of n8n's folder. ${UNHARMED}`,
	},
	11: {
		found: 'is damaged',
		advice:
			'Stop n8n, keep a copy of the file with those beside it (-wal, -shm), and put the last backup in its place; what is still readable can be had with ".recover" of the sqlite3 command line.',
	},
	13: {
		found: 'cannot grow because the disk is full',
		advice: `Make room on the disk of n8n's folder. ${UNHARMED}`,
	},
	14: {
		found: 'cannot be opened',
		advice:
			'Check that n8n\'s folder (N8N_USER_FOLDER, then ".n8n") exists, is a folder, and may be written to by the user that runs n8n.',
	},
	26: {
		found: 'is no SQLite database',
		advice:
			'Something else was written to that file. Stop n8n, move the file away, and put the last backup in its place; without one n8n starts with an empty store.',
	},
};

const BUSY = 5;

/** The primary code of an error of node:sqlite; undefined for any other error. */
function codeOf(error: unknown): number | undefined {
	const { code, errcode } = error as { code?: string; errcode?: number };
	// The extended codes carry the primary one in their lowest byte.
	return code === 'ERR_SQLITE_ERROR' && errcode !== undefined ? errcode & 0xff : undefined;
}

/** Whether another connection holds the lock that a statement wanted; the statement did nothing. */
export function isBusy(error: unknown): boolean {
	return codeOf(error) === BUSY;
}

/** What is wrong with the file as a whole, in words for the user; any other error comes back as it is. */
export function explained(error: unknown, file: string): unknown {
	const fault = FAULTS[codeOf(error) ?? -1];
	if (!fault) return error;
	return new StoreUnavailableError(`The follow-up store ${file} ${fault.found}`, fault.advice, {
		cause: error,
	});
}
