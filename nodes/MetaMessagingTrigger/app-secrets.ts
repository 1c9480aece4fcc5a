import type { FunctionsBase, IWebhookFunctions } from 'n8n-workflow';
import { signingApp, splitList, type ConfiguredApp, type SigningApp } from '../../lib/index.ts';
import { keptCredential } from './kept-credential.ts';

interface MetaSecrets {
	appSecrets?: string;
	appId?: string;
}

/**
 * Checks the signature of a delivery against the credential of the node; returns the app of the credential, or undefined if
 * the signature does not fit. A new secret counts at once, one that was taken away for at most half a minute.
 */
export async function signedBy(
	context: IWebhookFunctions,
	bytes: Buffer,
	signature: string | undefined,
): Promise<SigningApp | undefined> {
	for (const fresh of [false, true]) {
		const secrets = await keptCredential<MetaSecrets>(context, 'metaMessagingApi', { fresh });
		const signer = signingApp(bytes, signature, [configuredApp(context, secrets)]);
		if (signer) return signer;
	}
	return undefined;
}

/** The app of the node's credential: its secrets are one app's, and so is a secret that is put in the place of another. */
export function configuredApp(
	context: Pick<FunctionsBase, 'getNode' | 'getInstanceId'>,
	{ appSecrets, appId }: MetaSecrets,
): ConfiguredApp {
	const { id, name } = context.getNode().credentials?.metaMessagingApi ?? {};
	return {
		...{ secrets: splitList(appSecrets), appIds: splitList(appId) },
		...(id ? { holder: `credential:${context.getInstanceId()}:${id}` } : {}),
		...(name ? { name } : {}),
	};
}
