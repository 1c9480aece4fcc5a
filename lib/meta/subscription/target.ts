import type { GraphTransport } from '../send/graph-request.ts';

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
	/** Meta's name for the thing whose events are delivered. */
	object: string;
	fields: readonly string[];
	/** An account that adds the app says which fields it passes on. */
	accountNamesFields: boolean;
	/** WhatsApp Business accounts, Pages or Instagram accounts whose events are wanted. */
	accounts: readonly string[];
}
