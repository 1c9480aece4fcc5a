import type { IWebhookFunctions } from 'n8n-workflow';
import { splitList, verifySignature } from '../../lib/index.ts';
import { keptCredential } from './kept-credential.ts';

interface MetaSecrets {
	appSecrets?: string;
	appId?: string;
}

/**
 * Checks the signature of a delivery against the credential of the node; returns what the credential says of the app, or
 * undefined if the signature does not fit. A new secret counts at once, one that was taken away for at most half a minute.
 */
export async function signedBy(
	context: IWebhookFunctions,
	bytes: Buffer,
	signature: string | undefined,
): Promise<{ ownAppIds: string[] } | undefined> {
	for (const fresh of [false, true]) {
		const { appSecrets, appId } = await keptCredential<MetaSecrets>(context, 'metaMessagingApi', { fresh });
		if (verifySignature(bytes, signature, splitList(appSecrets))) return { ownAppIds: splitList(appId) };
	}
	return undefined;
}
