import type { GraphTransport } from '../send/graph-request.ts';
import type { WebhookObject } from './objects.ts';

/** Which app delivers, and where to. */
export interface SubscriptionTarget {
	/** Carries requests with the app's own token (app ID and secret). */
	app: GraphTransport;
	/** Carries requests with the token of the account. */
	account: GraphTransport;
	appId: string;
	callbackUrl: string;
	verifyToken: string;
}
export interface WantedSubscription {
	object: WebhookObject;
	fields: readonly string[];
	/** WhatsApp Business accounts, Pages or Instagram accounts whose events are wanted. */
	accounts: readonly string[];
}
