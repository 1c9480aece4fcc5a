import { createHash, timingSafeEqual } from 'node:crypto';

/** What Meta asks with when a callback URL is entered. */
export interface Handshake {
	challenge: string;
	token: string;
}

/** Why a request that should be a handshake is none. */
export const NO_HANDSHAKE = 'Expected hub.mode=subscribe, hub.challenge and hub.verify_token';

/** Reads the check of a callback URL from the query; undefined if it is none. */
export function readHandshake(query: Record<string, unknown>): Handshake | undefined {
	const challenge = query['hub.challenge'];
	const token = query['hub.verify_token'];
	if (query['hub.mode'] !== 'subscribe' || typeof challenge !== 'string' || typeof token !== 'string')
		return undefined;
	return { challenge, token };
}

/** Whether a handshake brought our verify token; without one of our own nothing does. Takes as long for any wrong one. */
export function isVerifyToken(given: string, expected: string | undefined): boolean {
	if (!expected) return false;
	const [left, right] = [given, expected].map((text) => createHash('sha256').update(text).digest());
	return timingSafeEqual(left as Buffer, right as Buffer);
}
