/** Something the smoke has to show, and what was found. */
export interface Check {
	name: string;
	holds: boolean;
	found: string;
}

export const CHECK_NAMES = {
	silence: 'a customer who stays silent gets exactly one follow-up',
	reply: 'a customer who writes again gets none',
	stop: 'a customer who writes "stop" gets none',
	meanwhile: 'a customer who writes while a follow-up is being sent is followed up for the new silence',
	forged: 'a forged signature is answered with 401 and leaves no trace',
} as const;

/** Puts parts together: the check holds when every part does; what was found is told either way. */
export function check(name: string, parts: { ok: boolean; found: string }[]): Check {
	return {
		name,
		holds: parts.every(({ ok }) => ok),
		found: parts.map(({ ok, found }) => (ok ? found : `NOT AS IT SHOULD BE: ${found}`)).join('; '),
	};
}
