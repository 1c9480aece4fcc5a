/** The app at Meta whose secret signed a delivery, as far as the one who receives it knows it. */
export interface SigningApp {
	/**
	 * By which deliveries of one app are known as such: fingerprints of its secrets, and who keeps them. Any one that was seen
	 * with an app before will do, so a secret can be renewed. An App ID is none: everybody can know it, nothing proves it.
	 */
	proofs: readonly string[];
	/** For people, and to know when a thread is handed over to it. */
	appIds: readonly string[];
	/** What people call it, such as the name of its credential. */
	name?: string;
	/** Of what it delivers only these accounts are recorded; left out: all. */
	recordOnly?: readonly string[];
}

/** The app of an account, or one that delivered for it, as a person is told of it. */
export interface AppLabel {
	appId?: string;
	/** The name of the credential in n8n. */
	name?: string;
}

/** What a person is told of an app. */
export function labelOf({ appIds: [appId], name }: SigningApp): AppLabel {
	return { ...(appId ? { appId } : {}), ...(name ? { name } : {}) };
}
