import { asArray, asObject, asText } from '../webhook/read.ts';
import { done, listed } from './subscription-error.ts';
import type { SubscriptionTarget } from './target.ts';

/** What an app delivers where: one callback per object. */
export interface AppSubscription {
	object: string;
	callbackUrl: string;
	fields: string[];
	isActive: boolean;
}

/** All subscriptions of an app. Source: Meta, Graph API reference "App subscriptions"; read 2026-11-22. */
export async function listSubscriptions({ app, appId }: SubscriptionTarget): Promise<AppSubscription[]> {
	const response = await app({ method: 'GET', path: `${appId}/subscriptions` });
	const entries = listed(response, `read the webhook subscriptions of the app ${appId}`);
	return entries.flatMap((value) => {
		const one = asObject(value);
		const object = asText(one?.object);
		if (!one || !object) return [];
		const fields = asArray(one.fields).flatMap(
			(field) => asText(asObject(field)?.name) ?? asText(field) ?? [],
		);
		return [{ object, callbackUrl: asText(one.callback_url) ?? '', fields, isActive: one.active !== false }];
	});
}

/** Makes or renews the subscription of one object. Meta checks the callback URL while this runs. */
export async function setSubscription(
	{ app, appId, callbackUrl, verifyToken }: SubscriptionTarget,
	object: string,
	fields: readonly string[],
): Promise<void> {
	const response = await app({
		method: 'POST',
		path: `${appId}/subscriptions`,
		body: { object, callback_url: callbackUrl, verify_token: verifyToken, fields: fields.join(',') },
	});
	done(response, `subscribe the app ${appId} to "${object}" at ${callbackUrl}`);
}

export async function removeSubscription({ app, appId }: SubscriptionTarget, object: string): Promise<void> {
	const response = await app({ method: 'DELETE', path: `${appId}/subscriptions`, query: { object } });
	done(response, `remove the subscription of the app ${appId} to "${object}"`);
}
