import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'sha256=';
const HEX_DIGEST = /^[0-9a-f]{64}$/i;

/** Whether a header has the form of a signature at all; one that has not needs no secret to be refused. */
export function isSignature(header: string | undefined): header is string {
	return (
		typeof header === 'string' && header.startsWith(PREFIX) && HEX_DIGEST.test(header.slice(PREFIX.length))
	);
}

/**
 * Checks `X-Hub-Signature-256` over the bytes as received. Meta signs an escaped form of the text, so a body that was
 * parsed and written again does not verify. Several secrets are allowed: apps with Instagram Login sign with another one.
 * Constant time in the secret, never throws; without a secret nothing verifies.
 */
export function verifySignature(
	rawBody: Buffer,
	header: string | undefined,
	secrets: readonly string[],
): boolean {
	if (!isSignature(header)) return false;
	const given = Buffer.from(header.slice(PREFIX.length), 'hex');
	let matches = false;
	for (const secret of secrets) {
		if (!secret) continue;
		const expected = createHmac('sha256', secret).update(rawBody).digest();
		// No early exit: how long it takes must not tell which secret fitted.
		matches = timingSafeEqual(given, expected) || matches;
	}
	return matches;
}
