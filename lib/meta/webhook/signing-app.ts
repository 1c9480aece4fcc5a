import { createHmac } from 'node:crypto';
import type { SigningApp } from '../../messaging/signing-app.ts';
import { verifySignature } from './signature.ts';

/** An app whose secrets are configured somewhere. */
export interface ConfiguredApp {
	/** All of one app: with Instagram Login it has two, and an old one may stand beside its successor. */
	secrets: readonly string[];
	/** Who keeps them, such as a credential of n8n; what stands there later is the same app's. */
	holder?: string;
	appIds: readonly string[];
	name?: string;
}

const LABEL = 'n8n-nodes-meta-followup: the app of an account';

/** Finds the app that signed a body; undefined if none of them did. */
export function signingApp(
	bytes: Buffer,
	signature: string | undefined,
	apps: readonly ConfiguredApp[],
): SigningApp | undefined {
	// All are tried: how long it takes must not tell which one fitted.
	const [app] = apps.filter(({ secrets }) => verifySignature(bytes, signature, [...secrets]));
	if (!app) return undefined;
	const { holder, appIds, name } = app;
	const proofs = [
		...app.secrets.filter((secret) => secret !== '').map(fingerprint),
		...(holder === undefined ? [] : [holder]),
	];
	return { proofs, appIds, ...(name === undefined ? {} : { name }) };
}

/** Tells a secret from others without telling anything of it: Meta's are 128 random bits. */
function fingerprint(secret: string): string {
	return `secret:${createHmac('sha256', secret).update(LABEL).digest('hex').slice(0, 32)}`;
}
