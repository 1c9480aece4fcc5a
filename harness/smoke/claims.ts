/** Something the smoke has to show, and what was found. */
export interface Claim {
	name: string;
	holds: boolean;
	found: string;
}

export const CLAIM_NAMES = {
	silence: 'a customer who stays silent gets exactly one follow-up',
	reply: 'a customer who writes again gets none',
	stop: 'a customer who writes "stop" gets none',
	meanwhile: 'a customer who writes while a follow-up is being sent is followed up for the new silence',
	forged: 'a forged signature is answered with 401 and leaves no trace',
} as const;

/** Puts parts together: the claim holds when every part does; what was found is said either way. */
export function claim(name: string, parts: { ok: boolean; says: string }[]): Claim {
	return {
		name,
		holds: parts.every(({ ok }) => ok),
		found: parts.map(({ ok, says }) => (ok ? says : `NOT AS IT SHOULD BE: ${says}`)).join('; '),
	};
}
