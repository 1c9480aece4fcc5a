import type { ChannelIdentity } from './channel-facts.ts';

/** Messenger and Instagram: an ID that is valid for one Page or account only, and that nobody can read anything from. */
export const SCOPED_IDENTITY: ChannelIdentity = {
	writingsOf: (id) => [id],
	phoneOf: () => undefined,
	read: (written) => (/^\S+$/.test(written) ? { id: written } : undefined),
	expected: 'no user ID',
	advice: 'Write the scoped user ID that Meta gave the customer, e.g. 5008211482560841',
};
