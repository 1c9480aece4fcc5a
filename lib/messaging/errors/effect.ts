import type { Channel } from '../channel.ts';
import { ERROR_ROWS, isAbout, type ErrorClass, type ErrorRow } from './table.ts';

/** An error as Meta names it, in an answer or in a status. */
export interface MetaError {
	code: number;
	subcode?: number;
	/** Meta's own `is_transient`. */
	transient?: boolean;
}

/** What follows from an error: the same whether it came as an answer or later as a status. */
export interface ErrorEffect {
	class: ErrorClass;
	meaning: string;
	advice: string;
	/** `try_again`: not accepted for certain. `wait_for_status`: perhaps accepted, so never sent again on its own. */
	nextStep: 'try_again' | 'wait_for_status' | 'end';
	retryAfterMs?: number;
	/** The customer is to get no marketing any more. */
	stopsMarketing: boolean;
	/** Nothing is to be sent for the account for so long; with the class `credential` by that credential. */
	pauseAccountMs?: number;
}

/**
 * While an account is paused its follow-ups are looked at again this often, so that one that is resumed by hand goes on soon.
 */
export const PAUSE_LOOK_MS = 15 * 60_000;

/** The longest wait between two tries, in ms; a paused template's first pause is longer and stands. */
const RETRY_MOST_MS = 60 * 60_000;

const UNKNOWN: Omit<ErrorRow, 'platform' | 'code'> = {
	class: 'message',
	meaning: 'Meta refused the message with a code that is not documented',
	advice: 'Look the code up at developers.facebook.com',
};

/** The row of an error: by subcode first on Messenger and Instagram, where code 10 means several things. */
export function rowOf(channel: Channel, { code, subcode }: MetaError): ErrorRow | undefined {
	const rows = ERROR_ROWS.filter((row) => isAbout(channel, row));
	if (subcode !== undefined) {
		const bySubcode = rows.find((row) => row.subcode === subcode);
		if (bySubcode) return bySubcode;
	}
	const withoutSubcode = rows.filter((row) => row.subcode === undefined);
	return withoutSubcode.find((row) => isInRange(row, code));
}

/** What kind of refusal an error is; a code nobody documented is about the message alone. */
export function classOf(channel: Channel, error: MetaError): ErrorClass {
	return rowFor(channel, error).class;
}

/** The row of a refusal that is about no message, such as that of a subscription: there only the codes of all platforms are known. */
export function rowOfAnyPlatform(code: number): ErrorRow | undefined {
	return ERROR_ROWS.find(
		(row) => row.platform === 'all' && row.subcode === undefined && isInRange(row, code),
	);
}

function rowFor(channel: Channel, error: MetaError): Omit<ErrorRow, 'platform' | 'code'> {
	return rowOf(channel, error) ?? (error.transient ? { ...UNKNOWN, class: 'uncertain' } : UNKNOWN);
}

function isInRange(row: ErrorRow, code: number): boolean {
	return code >= row.code && code <= (row.to ?? row.code);
}

/**
 * What an error of Meta means for the follow-up, the customer and the account. `attempts` is how often the message was
 * tried so far. A code nobody documented ends the message: it is never repeated on a guess.
 */
export function effectOfError(
	channel: Channel,
	error: MetaError,
	{ from, attempts = 1 }: { from: 'answer' | 'status'; attempts?: number },
): ErrorEffect {
	const row = rowFor(channel, error);
	const pauses = row.pauseMs !== undefined;
	const nextStep =
		row.class === 'retry' || pauses
			? 'try_again'
			: row.class === 'uncertain' && from === 'answer'
				? 'wait_for_status'
				: 'end';
	return {
		...{ class: row.class, meaning: row.meaning, advice: row.advice, nextStep },
		...(nextStep === 'try_again' ? { retryAfterMs: pauses ? PAUSE_LOOK_MS : retryAfter(row, attempts) } : {}),
		stopsMarketing: row.class === 'opt_out',
		...(pauses ? { pauseAccountMs: row.pauseMs } : {}),
	};
}

function retryAfter({ retryAfterMs = 0, retryFactor = 2 }: Partial<ErrorRow>, attempts: number): number {
	const grown = retryAfterMs * retryFactor ** Math.max(0, attempts - 1);
	return Math.max(retryAfterMs, Math.min(RETRY_MOST_MS, grown));
}
