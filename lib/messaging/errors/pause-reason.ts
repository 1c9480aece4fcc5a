import type { ErrorEffect } from './effect.ts';

/** What a person reads as the reason of a pause that came from Meta. */
export function pauseReason(
	{ meaning, advice }: Pick<ErrorEffect, 'meaning' | 'advice'>,
	code: number,
): string {
	return `${meaning} (code ${code}). ${advice}`;
}

/** Takes such a reason apart again, so that it can be shown in another language; undefined for one that a person wrote. */
export function readPauseReason(reason: string) {
	const parts = /^(?<meaning>.+) \(code (?<code>\d+)\)\. (?<advice>.+)$/s.exec(reason)?.groups;
	return parts as { meaning: string; code: string; advice: string } | undefined;
}
