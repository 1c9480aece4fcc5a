import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Notice } from './notice.ts';

/** As long as a working day: whoever leaves the page open longer reloads it. */
const ACTION_MS = 12 * 60 * 60_000;
/** Long enough for the way back to the page, short enough that a bookmark does not tell old news. */
const NOTICE_MS = 2 * 60_000;

export type Checked = 'ok' | 'forged' | 'expired';

/**
 * Proof that a form came from a page that this store's secret made: another site can neither read the page nor guess the
 * proof, and one that holds for one action and one target fits no other. (No cookie is needed: n8n's sandboxed answers
 * have none.)
 */
export function signAction(secret: string, action: string, target: readonly string[], now: Date): string {
	const expires = now.getTime() + ACTION_MS;
	return `${expires}.${mac(secret, ['action', String(expires), action, ...target])}`;
}

/** Whether the proof fits the action and its target, and is not too old. */
export function checkAction(
	secret: string,
	token: unknown,
	action: string,
	target: readonly string[],
	now: Date,
): Checked {
	const [expires = '', given = ''] = typeof token === 'string' ? token.split('.') : [];
	if (!sameText(given, mac(secret, ['action', expires, action, ...target]))) return 'forged';
	return Number(expires) > now.getTime() ? 'ok' : 'expired';
}

/** A notice as the address of the page carries it; signed, so that nobody can put words into the page's mouth. */
export function signNotice(secret: string, notice: Notice, now: Date): string {
	const body = Buffer.from(JSON.stringify([now.getTime() + NOTICE_MS, notice])).toString('base64url');
	return `${body}.${mac(secret, ['notice', body])}`;
}

/** The notice in the address; undefined if there is none, it was not signed here, or it is old news. */
export function readNotice(secret: string, signed: string | undefined, now: Date): Notice | undefined {
	const [body = '', given = ''] = signed?.split('.') ?? [];
	if (!sameText(given, mac(secret, ['notice', body]))) return undefined;
	const [expires, notice] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [number, Notice];
	return expires > now.getTime() ? notice : undefined;
}

function mac(secret: string, parts: readonly string[]): string {
	return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
}

function sameText(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)];
	return left.length === right.length && timingSafeEqual(left, right);
}
