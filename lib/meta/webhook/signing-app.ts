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
	/** Of what the app delivers only these accounts are recorded; left out: all. */
	recordOnly?: readonly string[];
}

const LABEL = 'n8n-nodes-meta-followup: the app of an account';

/** Finds the app that signed a body; undefined if none of them did. */
export function signingApp(
	bytes: Buffer,
	signature: string | undefined,
	apps: readonly ConfiguredApp[],
): SigningApp | undefined {
	// All are tried: how long it takes must not tell which one fitted.
	const fitting = apps.filter(({ secrets }) => verifySignature(bytes, signature, [...secrets]));
	const [app] = fitting;
	if (!app) return undefined;
	// Several may have the same secret; what any of them wants is recorded.
	const recordOnly = fitting.every((one) => one.recordOnly !== undefined)
		? fitting.flatMap((one) => one.recordOnly ?? [])
		: undefined;
	const { holder, appIds, name } = app;
	const proofs = [
		...app.secrets.filter((secret) => secret !== '').map(fingerprint),
		...(holder === undefined ? [] : [holder]),
	];
	return {
		...{ proofs, appIds },
		...(name === undefined ? {} : { name }),
		...(recordOnly === undefined ? {} : { recordOnly }),
	};
}

/** Tells a secret from others without telling anything of it: Meta's are 128 random bits. */
function fingerprint(secret: string): string {
	return `secret:${createHmac('sha256', secret).update(LABEL).digest('hex').slice(0, 32)}`;
}
