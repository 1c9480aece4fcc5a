import { createHmac } from 'node:crypto';

/** JSON as Meta writes it: everything beyond ASCII as `\uXXXX` in lowercase hex. */
export function metaJson(value: unknown): string {
	return JSON.stringify(value).replace(
		/[\u0080-\uffff]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** The value of `X-Hub-Signature-256` for these bytes. */
export function signatureOf(body: string, appSecret: string): string {
	return `sha256=${createHmac('sha256', appSecret).update(body, 'utf8').digest('hex')}`;
}
