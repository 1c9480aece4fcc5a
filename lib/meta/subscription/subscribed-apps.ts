import { asObject, asText } from '../webhook/read.ts';
import type { WantedSubscription, SubscriptionTarget } from './target.ts';
import { done, listed } from './subscription-error.ts';

/**
 * The second layer: an app gets the events of an account only once the account has it among its apps. Without it nothing
 * but Meta's test number arrives. Source: Meta, "Subscribed apps" of WhatsApp accounts and Pages; read 2026-11-22.
 */
export async function hasApp({ account, appId }: SubscriptionTarget, id: string): Promise<boolean> {
	const response = await account({ method: 'GET', path: `${id}/subscribed_apps` });
	const entries = listed(response, `read the apps of the account ${id}`);
	return entries.some((value) => {
		const app = asObject(value);
		return (asText(app?.id) ?? asText(asObject(app?.whatsapp_business_api_data)?.id)) === appId;
	});
}

export async function addApp(
	{ account }: SubscriptionTarget,
	id: string,
	{ fields, accountNamesFields }: WantedSubscription,
): Promise<void> {
	const body = accountNamesFields ? { subscribed_fields: fields.join(',') } : {};
	const response = await account({ method: 'POST', path: `${id}/subscribed_apps`, body });
	done(response, `add the app to the account ${id}`);
}

export async function removeApp({ account }: SubscriptionTarget, id: string): Promise<void> {
	const response = await account({ method: 'DELETE', path: `${id}/subscribed_apps` });
	done(response, `remove the app from the account ${id}`);
}
