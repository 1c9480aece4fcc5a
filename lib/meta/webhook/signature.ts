import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'sha256=';
const HEX_DIGEST = /^[0-9a-f]{64}$/i;

/**
 * Checks `X-Hub-Signature-256` over the bytes as received. Meta signs an escaped form of the text, so a body that was
 * parsed and written again does not verify. Several secrets are allowed: apps with Instagram Login sign with another one.
 * Constant time in the secret, never throws; without a secret nothing verifies.
 */
export function verifySignature(rawBody: Buffer, header: string | undefined, secrets: string[]): boolean {
	if (typeof header !== 'string' || !header.startsWith(PREFIX)) return false;
	const digest = header.slice(PREFIX.length);
	if (!HEX_DIGEST.test(digest)) return false;
	const given = Buffer.from(digest, 'hex');
	let matches = false;
	for (const secret of secrets) {
		if (!secret) continue;
		const expected = createHmac('sha256', secret).update(rawBody).digest();
		// No early exit: how long it takes must not tell which secret fitted.
		matches = timingSafeEqual(given, expected) || matches;
	}
	return matches;
}
