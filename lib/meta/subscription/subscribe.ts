import {
	listSubscriptions,
	removeSubscription,
	setSubscription,
	type AppSubscription,
} from './app-subscriptions.ts';
import { addApp, hasApp, removeApp } from './subscribed-apps.ts';
import { SubscriptionError } from './subscription-error.ts';
import type { SubscriptionTarget, WantedSubscription } from './target.ts';

/** What was made here and may therefore be taken away again. */
export interface MadeSubscriptions {
	objects: string[];
	accounts: string[];
}

/** Whether everything wanted is delivered to the callback URL already. */
export async function isSubscribed(
	target: SubscriptionTarget,
	wanted: WantedSubscription[],
): Promise<boolean> {
	const present = await listSubscriptions(target);
	const isComplete = wanted.every(({ object, fields }) => {
		const found = find(present, object);
		return (
			found?.isActive === true &&
			isOurs(target, found) &&
			fields.every((field) => found.fields.includes(field))
		);
	});
	if (!isComplete) return false;
	for (const id of wanted.flatMap(({ accounts }) => accounts)) if (!(await hasApp(target, id))) return false;
	return true;
}

/**
 * Subscribes the app and adds it to the accounts. Another callback URL is replaced only if `replace` says so; nothing is
 * changed before all objects are known to be free.
 * @throws SubscriptionError naming the app, the object and the host in the way.
 */
export async function subscribe(
	target: SubscriptionTarget,
	wanted: WantedSubscription[],
	{ replace }: { replace: boolean },
): Promise<MadeSubscriptions> {
	const present = await listSubscriptions(target);
	const inTheWay = wanted
		.map(({ object }) => find(present, object))
		.filter((one) => one && !isOurs(target, one));
	const first = inTheWay[0];
	if (first && !replace) throw conflict(target, first);

	const made: MadeSubscriptions = { objects: [], accounts: [] };
	try {
		for (const one of wanted) {
			for (const id of one.accounts) {
				if (await hasApp(target, id)) continue;
				await addApp(target, id, one);
				made.accounts.push(id);
			}
			const found = find(present, one.object);
			// Fields somebody chose besides ours stay.
			await setSubscription(target, one.object, [...new Set([...(found?.fields ?? []), ...one.fields])]);
			made.objects.push(one.object);
		}
	} catch (error) {
		// Half a subscription would deliver to a workflow that was never published.
		await unsubscribe(target, made).catch(() => undefined);
		throw error;
	}
	return made;
}

/** Takes away what was made here, if it is still ours: a subscription that by now belongs to another address stays. */
export async function unsubscribe(target: SubscriptionTarget, made: MadeSubscriptions): Promise<void> {
	const present = await listSubscriptions(target);
	for (const object of made.objects) {
		const found = find(present, object);
		if (found && isOurs(target, found)) await removeSubscription(target, object);
	}
	for (const id of made.accounts) await removeApp(target, id);
}

function find(present: AppSubscription[], object: string): AppSubscription | undefined {
	return present.find((one) => one.object === object);
}

function isOurs({ callbackUrl }: SubscriptionTarget, one: AppSubscription): boolean {
	return one.callbackUrl === callbackUrl;
}

function conflict(
	{ appId }: SubscriptionTarget,
	{ object, callbackUrl }: AppSubscription,
): SubscriptionError {
	const host = URL.canParse(callbackUrl) ? new URL(callbackUrl).host : 'an unknown host';
	return new SubscriptionError(
		`The app ${appId} already delivers "${object}" to another address on ${host}, and Meta allows one per app and object`,
		`If that is another workflow of this n8n, enter this trigger's production URL there under Settings > Forward To and choose "Set Up Manually" here. If nothing needs it any more, turn on "Replace Existing Subscription". Otherwise use another app at Meta`,
	);
}
