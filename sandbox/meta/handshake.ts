import { randomInt } from 'node:crypto';
import type { Context } from '../context.ts';
import { now } from '../context.ts';

export type Handshake = { at: string; url: string; ok: boolean; status: number | string; answer: string };

/** Verifies a callback address as Meta does: GET with a challenge, which must come back as the plain body of a 200. */
export async function handshake(
	context: Context,
	url: string,
	verifyToken = context.settings.verifyToken,
): Promise<Handshake> {
	const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
	const address = new URL(url);
	address.searchParams.set('hub.mode', 'subscribe');
	address.searchParams.set('hub.challenge', challenge);
	address.searchParams.set('hub.verify_token', verifyToken);
	const result = await ask(address, challenge);
	const report = { at: now(context), url, ...result };
	context.ledger.handshakes.push(report);
	context.ledger.tell({ type: 'handshake', handshake: report });
	return report;
}

async function ask(address: URL, challenge: string) {
	try {
		const response = await fetch(address, { signal: AbortSignal.timeout(20_000), redirect: 'manual' });
		const answer = (await response.text()).slice(0, 300);
		return { ok: response.status === 200 && answer === challenge, status: response.status, answer };
	} catch (error) {
		return {
			ok: false,
			status: 'no answer',
			answer: error instanceof Error ? String(error.cause ?? error.message) : '',
		};
	}
}
